import type { ClientEvent } from "./client-event.js";
import type { Credentials } from "./credentials.js";
import type { Drift } from "./drift.js";
import type { servers } from "./servers.gen.js";
import type { ValidateResponse } from "./validate-response.js";

/** A region of the contract; each has its own base URL. */
export type Region = keyof typeof servers;

/** Where the service is: in a region of the contract, or at any other base URL. */
export type Place =
  | { readonly region: Region; readonly baseUrl?: undefined }
  | {
      /** `https:`, without user, query and fragment; a path is kept. `http:` only for loopback addresses. */
      readonly baseUrl: string | URL;
      readonly region?: undefined;
    };

/** Who is asking: the bearer of a project-scoped IAM token, or the owner of access keys. */
export type Authorization =
  | {
      /**
       * The token for `X-Auth-Token`, valid for 24 hours; or a function that gets one. The function is called for
       * the first request, its result is kept, and after a 401 it is called once more. Concurrent calls share it.
       */
      readonly token: string | (() => string | Promise<string>);
      readonly credentials?: undefined;
    }
  | { readonly credentials: Credentials; readonly token?: undefined };

/** Options of `createClient`. */
export type ClientOptions = Place &
  Authorization & {
    /** The project whose services are asked for: 32 hexadecimal digits in every published sample. */
    readonly projectId: string;
    /** Time for one call with all its attempts, in milliseconds. Default 60 000. */
    readonly timeoutMs?: number | undefined;
    /** Time for one attempt, from getting the token to the end of the body, in milliseconds. Default 20 000. */
    readonly attemptTimeoutMs?: number | undefined;
    /** How often a request is sent at most. Default 3; 1 switches retries off. */
    readonly maxAttempts?: number | undefined;
    /** Longest wait before a retry, in milliseconds, also when `Retry-After` asks for more. Default 30 000. */
    readonly maxDelayMs?: number | undefined;
    /** Bytes of a body that are read at most. Default 1 048 576. */
    readonly maxBodyBytes?: number | undefined;
    /** Permits `http:` for every host. Tokens then travel unencrypted. Default `false`. */
    readonly allowInsecureHttp?: boolean | undefined;
    /** Checks each body of a 200 answer; `validate` of `@vpcep/client/validate`. Default: none. */
    readonly validate?: ValidateResponse | undefined;
    /** Told about undocumented fields and values; needs `validate`. */
    readonly onDrift?: ((drift: Drift) => void) | undefined;
    /** Told about every request, answer and retry. What it throws ends the call. */
    readonly onEvent?: ((event: ClientEvent) => void) | undefined;
    /** Sends the requests. Default: the global `fetch`, looked up at each request. */
    readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
    /** Waits before a retry or the next poll, so many milliseconds or until the signal aborts. For tests. */
    readonly sleep?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
    /** A number from 0 to 1 that spreads the retries. Default: `Math.random`. For tests. */
    readonly random?: (() => number) | undefined;
    /** The time in milliseconds since 1970, for `Retry-After` dates. Default: `Date.now`. For tests. */
    readonly now?: (() => number) | undefined;
  };
