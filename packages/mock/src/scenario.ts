// Simulates endpoint services whose state changes over time.
import type { ServiceFields } from "./service.js";

/** A clock that returns the current time, in milliseconds since 1970. */
export interface MockClock {
  now(): number;
}

/** A clock for tests. */
export interface ManualClock extends MockClock {
  /** Advances the clock by the given number of milliseconds. */
  advance(ms: number): void;
}

/** The system clock. */
export const systemClock: MockClock = { now: () => Date.now() };

/**
 * Creates a clock that advances only when `advance` is called.
 *
 * @param startMs Start time, in milliseconds since 1970. Default: now.
 */
export function createManualClock(startMs: number = Date.now()): ManualClock {
  let time = startMs;
  return {
    now: () => time,
    advance(ms) {
      time += ms;
    },
  };
}

/** The scenarios. */
export const scenarioNames = ["create", "create-fails", "delete"] as const;

export type ScenarioName = (typeof scenarioNames)[number];

/** The service status during and after each scenario. */
const lives = {
  create: { before: "creating", after: "available" },
  "create-fails": { before: "creating", after: "failed" },
  delete: { before: "deleting", after: "deleted" },
} as const satisfies Record<ScenarioName, { before: string; after: string }>;

/** Maximum number of services with a scenario. When the limit is exceeded, the service with the oldest scenario is removed. */
const mostServices = 10_000;

interface Life {
  scenario: ScenarioName;
  /** When the scenario started, in milliseconds since 1970. */
  since: number;
  /** When the service was created, in milliseconds since 1970. */
  createdAt: number;
}

/** Stores the scenarios of endpoint services. */
export interface Scenarios {
  /** Starts a scenario now and replaces the service's current scenario, if any. */
  start(projectId: string, serviceId: string, scenario: ScenarioName): void;
  /** The current scenario of a service, if any. */
  current(projectId: string, serviceId: string): ScenarioName | undefined;
  /** The current fields of a service. Returns `deleted` after deletion, and undefined if the service has no scenario. */
  fields(projectId: string, serviceId: string): ServiceFields | "deleted" | undefined;
}

/** Formats a time, given in milliseconds since 1970, as specified in the contract. */
export const timestamp = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");

/** @param settleAfterMs Duration of creation and deletion, in milliseconds. */
export function createScenarios(clock: MockClock, settleAfterMs: number): Scenarios {
  const running = new Map<string, Life>();
  const key = (projectId: string, serviceId: string): string => `${projectId}/${serviceId}`;
  return {
    start(projectId, serviceId, scenario) {
      const place = key(projectId, serviceId);
      const since = clock.now();
      const earlier = running.get(place);
      // A service being deleted must have been created earlier.
      const begun = scenario === "delete" ? since - 86_400_000 : since;
      running.delete(place);
      running.set(place, {
        scenario,
        since,
        createdAt: scenario === "delete" ? (earlier?.createdAt ?? begun) : begun,
      });
      if (running.size > mostServices) running.delete(running.keys().next().value ?? "");
    },
    current(projectId, serviceId) {
      return running.get(key(projectId, serviceId))?.scenario;
    },
    fields(projectId, serviceId) {
      const life = running.get(key(projectId, serviceId));
      if (life === undefined) return undefined;
      const { before, after } = lives[life.scenario];
      const over = clock.now() - life.since >= settleAfterMs;
      const status = over ? after : before;
      if (status === "deleted") return status;
      const created_at = timestamp(life.createdAt);
      if (status === "creating") return { status, created_at };
      const changed = over ? life.since + settleAfterMs : life.since;
      return { status, created_at, updated_at: timestamp(changed) };
    },
  };
}
