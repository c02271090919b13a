import type { Credentials } from "./credentials.js";
import type { Examples } from "./examples.gen.js";
import type { MockClock, ScenarioName } from "./scenario.js";
import type { ScriptEntry } from "./script.js";

/** An OpenAPI 3.1 description, parsed and bundled. */
export type Contract = Record<string, unknown>;

/** One answer to queue: a status, a state, the name of an example, a fault, or an object with details. */
export type QueueEntry = ScriptEntry<keyof Examples>;

export interface MockOptions {
  /** Port to listen on; 0, the default, takes any that is free. */
  port?: number;
  /**
   * Address to listen on. Default: this machine only, `127.0.0.1` and, where there is IPv6, `::1`, so that
   * `localhost` works whatever it means. With `0.0.0.0` every machine that reaches this one can use the mock.
   */
  host?: string;
  /**
   * What the mock accepts; `false` lets everybody in. By default the token `mock-token`, and the access key
   * `MOCKACCESSKEY` with the secret key `mock-secret-key`.
   */
  credentials?: Partial<Credentials> | false;
  /**
   * What to answer first, one entry for each request of the operation, or a text such as `401, 503x2, creating`.
   * Then the usual answers. Default: nothing.
   */
  queue?: string | readonly QueueEntry[];
  /** Generate the body of each success in place of the usual service. Default: false. */
  dynamic?: boolean;
  /** Makes generated bodies and request IDs the same in every run. Default: different ones each time. */
  seed?: number;
  /** Serve HTTPS: `true` makes a certificate for this machine, or give your own in PEM. Default: HTTP. */
  https?: boolean | { readonly key: string; readonly cert: string };
  /** Time of the scenarios. Default: the time of the machine. */
  clock?: MockClock;
  /** How long creating and deleting take in a scenario, in milliseconds. Default: 90,000. */
  settleAfterMs?: number;
  /** What `Retry-After` says on throttled answers, in seconds. Default: 1. */
  retryAfterSeconds?: number;
  /** Called once for each answer with method, path and status. Default: nothing is logged. */
  log?: (line: string) => void;
  /** The description to answer by. Default: the contract that this version was built from. */
  contract?: Contract;
}

export interface Mock {
  /** Address of the mock, without a slash at the end. */
  url: string;
  /** What the mock accepts; undefined when it lets everybody in. */
  credentials: Credentials | undefined;
  /** The certificate in PEM, for clients that should trust it; undefined without HTTPS. */
  certificate: string | undefined;
  /** Starts a scenario for an endpoint service, in place of any that it is in. */
  startScenario(service: { projectId: string; serviceId: string }, scenario: ScenarioName): void;
  /**
   * Adds to what is answered next.
   *
   * @throws RangeError that says what is possible when an entry is not known.
   * @example mock.queue(401, 503, { service: { status: "failed" }, times: 2 });
   */
  queue(...entries: readonly QueueEntry[]): void;
  /** Forgets what is still queued. */
  clearQueue(): void;
  /** Ends every connection and stops. Calling it again does no harm. */
  close(): Promise<void>;
}
