import type { Credentials } from "./credentials.js";
import type { Examples } from "./examples.gen.js";
import type { MockClock, ScenarioName } from "./scenario.js";
import type { ScriptEntry } from "./script.js";

/** A parsed and bundled OpenAPI 3.1 description. */
export type Contract = Record<string, unknown>;

/** A response to queue: a status, a state, an example name, a fault, or an object with details. */
export type QueueEntry = ScriptEntry<keyof Examples>;

export interface MockOptions {
  /** Port to listen on. Default: 0, which means any free port. */
  port?: number;
  /**
   * Address to listen on. With `0.0.0.0`, other machines can reach the mock. Default: the loopback addresses for IPv4 and,
   * if available, IPv6.
   */
  host?: string;
  /**
   * Accepted credentials; `false` accepts every request. Default: the token `mock-token`, and the access key
   * `MOCKACCESSKEY` with the secret key `mock-secret-key`.
   */
  credentials?: Partial<Credentials> | false;
  /**
   * The initial responses: a list with one entry for each request, or a string such as `401, 503x2, creating`. Default: none.
   */
  queue?: string | readonly QueueEntry[];
  /** Whether to generate the body of each 200 response. Default: false. */
  dynamic?: boolean;
  /** Seed for generated bodies and request IDs. Default: random. */
  seed?: number;
  /** Set to `true` to serve HTTPS with a new self-signed certificate, or to a key and certificate in PEM format. Default: false. */
  https?: boolean | { readonly key: string; readonly cert: string };
  /** Clock for scenarios. Default: the system clock. */
  clock?: MockClock;
  /** Duration of creation and deletion in scenarios, in milliseconds. Default: 90,000. */
  settleAfterMs?: number;
  /** `Retry-After` value for throttled responses, in seconds. Default: 1. */
  retryAfterSeconds?: number;
  /** Called for each request with a line that contains the method, path, and status. Default: no logging. */
  log?: (line: string) => void;
  /** OpenAPI description that defines the responses. Default: the contract included in this version. */
  contract?: Contract;
}

export interface Mock {
  /** The mock's URL, without a trailing slash. */
  url: string;
  /** Accepted credentials; undefined if every request is accepted. */
  credentials: Credentials | undefined;
  /** Certificate that clients must trust, in PEM format; undefined without HTTPS. */
  certificate: string | undefined;
  /** Starts a scenario for an endpoint service and replaces the service's current scenario, if any. */
  startScenario(service: { projectId: string; serviceId: string }, scenario: ScenarioName): void;
  /**
   * Adds responses to the queue.
   *
   * @throws RangeError if an entry is unknown; the message lists the valid entries.
   * @example mock.queue(401, 503, { service: { status: "failed" }, times: 2 });
   */
  queue(...entries: readonly QueueEntry[]): void;
  /** Clears the queue. */
  clearQueue(): void;
  /** Closes all connections and stops the mock. Further calls have no effect. */
  close(): Promise<void>;
}
