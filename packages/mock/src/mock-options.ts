import type { Credentials } from "./credentials.js";
import type { Fault } from "./fault.js";
import type { MockClock } from "./mock-clock.js";
import type { Contract } from "./read-contract.js";
import type { ScenarioName } from "./scenario.js";

export interface MockOptions {
  /** Port on 127.0.0.1; 0, the default, takes any that is free. */
  port?: number;
  /**
   * What the mock accepts; `false` lets everybody in. By default the token `mock-token`, and the access key
   * `MOCKACCESSKEY` with the secret key `mock-secret-key`.
   */
  credentials?: Partial<Credentials> | false;
  /** What goes wrong, one entry for each request in the order of arrival; then nothing does. Default: nothing. */
  faults?: readonly (Fault | readonly Fault[])[];
  /** Time of the scenarios. Default: the time of the machine. */
  clock?: MockClock;
  /** How long creating and deleting take in a scenario, in milliseconds. Default: 90,000. */
  settleAfterMs?: number;
  /** What `Retry-After` says on throttled answers, in seconds. Default: 1. */
  retryAfterSeconds?: number;
  /** Called once for each answer with method, path and status. Default: nothing is logged. */
  log?: (line: string) => void;
  /** The description to answer by. Default: the contract that comes with `@vpcep/openapi`. */
  contract?: Contract;
}

export interface Mock {
  /** Address of the mock, without a slash at the end. */
  url: string;
  /** What the mock accepts; undefined when it lets everybody in. */
  credentials: Credentials | undefined;
  /** Starts a scenario for an endpoint service, in place of any that it is in. */
  startScenario(service: { projectId: string; serviceId: string }, scenario: ScenarioName): void;
  /** Adds to the list of what goes wrong next. */
  addFaults(...faults: readonly (Fault | readonly Fault[])[]): void;
  /** Ends every connection and stops. Calling it again does no harm. */
  close(): Promise<void>;
}
