import type { MockClock } from "./mock-clock.js";

/** The lives that an endpoint service can lead in the mock. */
export const scenarioNames = ["create", "create-fails", "delete"] as const;

export type ScenarioName = (typeof scenarioNames)[number];

/** What the mock answers while a scenario runs, and once it is over. */
const lives = {
  create: {
    before: "vpc-endpoint-service-creating",
    after: "vpc-endpoint-service-load-balancer",
  },
  "create-fails": {
    before: "vpc-endpoint-service-creating",
    after: "vpc-endpoint-service-failed",
  },
  delete: { before: "vpc-endpoint-service-deleting", after: "error-service-not-found" },
} as const satisfies Record<ScenarioName, { before: string; after: string }>;

/** Endpoint services that lead a scripted life. */
export interface Scenarios {
  /** Starts a scenario now, in place of any that the service is in. */
  start(projectId: string, serviceId: string, scenario: ScenarioName): void;
  /** The scenario that a service is in, if any. */
  current(projectId: string, serviceId: string): ScenarioName | undefined;
  /** Name of the example to answer with; undefined for a service without a scenario. */
  example(projectId: string, serviceId: string): string | undefined;
}

/** @param settleAfterMs How long creating and deleting take. */
export function createScenarios(clock: MockClock, settleAfterMs: number): Scenarios {
  const running = new Map<string, { scenario: ScenarioName; since: number }>();
  // Neither ID can hold a slash.
  const key = (projectId: string, serviceId: string): string => `${projectId}/${serviceId}`;
  return {
    start(projectId, serviceId, scenario) {
      running.set(key(projectId, serviceId), { scenario, since: clock.now() });
    },
    current(projectId, serviceId) {
      return running.get(key(projectId, serviceId))?.scenario;
    },
    example(projectId, serviceId) {
      const life = running.get(key(projectId, serviceId));
      if (life === undefined) return undefined;
      const over = clock.now() - life.since >= settleAfterMs;
      return lives[life.scenario][over ? "after" : "before"];
    },
  };
}
