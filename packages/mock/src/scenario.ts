// Endpoint services that lead a scripted life. What cannot change in a life stays the same.
import type { ServiceFields } from "./service.js";

/** Where the mock takes the time from, in milliseconds since 1970. */
export interface MockClock {
  now(): number;
}

/** A clock that stands still until it is told to move. */
export interface ManualClock extends MockClock {
  /** Moves the time forward by so many milliseconds. */
  advance(ms: number): void;
}

/** The time of the machine. */
export const systemClock: MockClock = { now: () => Date.now() };

/**
 * A clock for tests: scenarios move on only when `advance` is called.
 *
 * @param startMs First reading, in milliseconds since 1970. Default: the time of the machine.
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

/** The lives that an endpoint service can lead in the mock. */
export const scenarioNames = ["create", "create-fails", "delete"] as const;

export type ScenarioName = (typeof scenarioNames)[number];

/** The state while a scenario runs, and once it is over. */
const lives = {
  create: { before: "creating", after: "available" },
  "create-fails": { before: "creating", after: "failed" },
  delete: { before: "deleting", after: "deleted" },
} as const satisfies Record<ScenarioName, { before: string; after: string }>;

/** Services that the mock remembers; beyond that, the one that was started first is forgotten. */
const mostServices = 10_000;

interface Life {
  scenario: ScenarioName;
  /** When the scenario started, in milliseconds since 1970. */
  since: number;
  /** When the service was created; a later scenario of the same service does not change it. */
  createdAt: number;
}

/** Endpoint services that lead a scripted life. */
export interface Scenarios {
  /** Starts a scenario now, in place of any that the service is in. */
  start(projectId: string, serviceId: string, scenario: ScenarioName): void;
  /** The scenario that a service is in, if any. */
  current(projectId: string, serviceId: string): ScenarioName | undefined;
  /** What tells the service apart now, `deleted` when it is gone; undefined for a service without a scenario. */
  fields(projectId: string, serviceId: string): ServiceFields | "deleted" | undefined;
}

/** A time as the contract documents it. @param ms Milliseconds since 1970. */
export const timestamp = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");

/** @param settleAfterMs How long creating and deleting take. */
export function createScenarios(clock: MockClock, settleAfterMs: number): Scenarios {
  const running = new Map<string, Life>();
  // Neither ID can hold a slash.
  const key = (projectId: string, serviceId: string): string => `${projectId}/${serviceId}`;
  return {
    start(projectId, serviceId, scenario) {
      const place = key(projectId, serviceId);
      const since = clock.now();
      const earlier = running.get(place);
      // What is deleted has existed for a while: the scenario itself tells nothing about its creation.
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
