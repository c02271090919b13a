import type { HeadersOptions } from "openapi-fetch";

import type { VpcepError, RequestInfo } from "./vpcep-error.js";
import type { Drift, ValidateResponse } from "./judgement.js";
import type { servers } from "./servers.gen.js";

/** A region defined in the contract. Each region has its own base URL. */
export type Region = keyof typeof servers;

/** A request to authorize. */
export interface RequestToAuthorize {
  /** HTTP method, in uppercase. */
  readonly method: string;
  /** Full URL, with encoded IDs. */
  readonly url: string;
  /** The project ID in the request path. */
  readonly projectId: string;
  /** Aborted when no call needs the result anymore. */
  readonly signal: AbortSignal;
}

/**
 * A function that returns the headers that authorize a request. The client calls the function for every attempt. For
 * access keys, use `aksk` from `@vpcep/client/aksk`. Errors and events do not show the header values.
 */
export type Credentials = (
  request: RequestToAuthorize,
) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;

/**
 * A function that fetches a token. Pass the signal to your request. The signal is aborted when no call needs the token
 * anymore.
 *
 * @example
 * token: async ({ signal }) => (await fetch("https://tokens.example", { signal })).text()
 */
export type TokenFunction = (context: { readonly signal: AbortSignal }) => string | Promise<string>;

/** The subset of `RequestInit` options that work with both the global `fetch` and undici. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  /** Aborted when the attempt is canceled. Absent in jsdom on Node 24, where `fetch` rejects the signal. */
  signal?: AbortSignal;
  redirect: "manual";
  body?: ArrayBuffer;
  cache?: "no-store";
}

/** The response properties that the client uses. Responses from undici and node-fetch also have these properties. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: {
    get(name: string): string | null;
    forEach(callback: (value: string, name: string) => void): void;
  };
  text(): Promise<string>;
}

/** A function that sends one request, such as the global `fetch` or undici's `fetch` with your own dispatcher. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** An event for `onEvent`. Events do not contain tokens, keys, signatures, or bodies. */
export type ClientEvent = RequestInfo &
  (
    | {
        /** The client is about to send a request. */
        readonly type: "request";
      }
    | {
        /** The client received a response and read its body. */
        readonly type: "response";
        /** HTTP status. */
        readonly status: number;
        /** The `X-Request-Id` header, or undefined if the response has none. */
        readonly requestId: string | undefined;
      }
    | {
        /** An attempt failed. The client retries after `delayMs`. */
        readonly type: "retry";
        /** Delay before the next attempt, in milliseconds. */
        readonly delayMs: number;
        /** Why the attempt failed. */
        readonly error: VpcepError;
      }
  );

/** A project-scoped IAM token, or credentials such as access keys. */
export type Authorization =
  | {
      /**
       * A token for the `X-Auth-Token` header, or a function that fetches one. Tokens are valid for 24 hours. The
       * client calls the function before the first request and again after a 401. All calls share the token.
       */
      readonly token: string | TokenFunction | undefined;
      readonly credentials?: undefined;
    }
  | {
      /**
       * An alternative to `token`: a function that signs each request. For access keys, use `aksk` from
       * `@vpcep/client/aksk`.
       */
      readonly credentials: Credentials | undefined;
      readonly token?: undefined;
    };

/**
 * Where to send requests, and how to authorize them. A relative `baseUrl` needs no credentials, because your proxy
 * adds them.
 */
export type Place =
  | ({
      /** A region defined in the contract. Any other value causes an error. */
      readonly region: Region | (string & Record<never, never>);
      readonly baseUrl?: undefined;
    } & Authorization)
  | ({
      /**
       * An alternative to `region`: an HTTPS URL, or a path such as `/api` on the page's origin. HTTP URLs require a
       * loopback address or `allowInsecureHttp`. The URL can end with `/v1/<project>`, as in the service catalog.
       */
      readonly baseUrl: string | URL;
      readonly region?: undefined;
    } & (Authorization | { readonly token?: undefined; readonly credentials?: undefined }));

/** Settings for a client. Only `projectId` is required. */
export interface Settings {
  /** Project ID, such as `6e9dfd51d1124e8d8498dce894923a0d`. */
  readonly projectId: string;
  /**
   * Time limit for one call, including all attempts, in milliseconds. `Infinity` means no limit.
   *
   * @default 60_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Time limit for one attempt, including the token and the body, in milliseconds. `Infinity` means no limit.
   *
   * @default 20_000
   */
  readonly attemptTimeoutMs?: number | undefined;
  /**
   * Maximum number of attempts. Set to 1 to disable retries.
   *
   * @default 3
   */
  readonly maxAttempts?: number | undefined;
  /**
   * Maximum delay before a retry, in milliseconds, even if `Retry-After` specifies a longer delay.
   *
   * @default 30_000
   */
  readonly maxDelayMs?: number | undefined;
  /**
   * Maximum response body size, in bytes.
   *
   * @default 1_048_576
   */
  readonly maxBodyBytes?: number | undefined;
  /**
   * Custom headers for every request, for example for your gateway. You cannot set authorization headers or headers
   * that `fetch` sets. In errors, values are redacted if the header's name suggests a secret, such as `X-Api-Key`.
   */
  readonly headers?: HeadersOptions | undefined;
  /**
   * Allows HTTP URLs for all hosts. HTTP requests send tokens unencrypted.
   *
   * @default false
   */
  readonly allowInsecureHttp?: boolean | undefined;
  /** Validates the body of each 200 response. Use `validate` from `@vpcep/client/validate`. */
  readonly validate?: ValidateResponse | undefined;
  /**
   * Called for every valid but unexpected value in a response. Requires `validate`. If the function throws an error,
   * the call fails with that error.
   */
  readonly onDrift?: ((drift: Drift) => unknown) | undefined;
  /**
   * Called for every request, response, and retry. If the function throws an error, the call fails with that error.
   */
  readonly onEvent?: ((event: ClientEvent) => unknown) | undefined;
  /** Sends the requests. Default: the global `fetch` at the time of the request. */
  readonly fetch?: Fetch | undefined;
  /**
   * Waits before a retry or poll, for the given number of milliseconds or until the signal is aborted. Default: a
   * timer. For tests.
   */
  readonly sleep?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
  /** Returns a number from 0 to 1 for the retry jitter. Default: `Math.random`. For tests. */
  readonly random?: (() => number) | undefined;
  /** Returns the current time in milliseconds since 1970, for `Retry-After` dates. Default: `Date.now`. For tests. */
  readonly now?: (() => number) | undefined;
}

/** Options for `createClient`. */
export type ClientOptions = Settings & Place;

/** Options for a single call. */
export interface CallOptions {
  /** Cancels the call, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Time limit for the call, including all attempts, in milliseconds. Default: the client's `timeoutMs`. */
  readonly timeoutMs?: number | undefined;
  /** Project ID. Default: the client's `projectId`. */
  readonly projectId?: string | undefined;
  /** Custom headers, in addition to the client's headers. */
  readonly headers?: HeadersOptions | undefined;
}
