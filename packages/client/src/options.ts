import type { HeadersOptions } from "openapi-fetch";

import type { VpcepError, RequestInfo } from "./vpcep-error.js";
import type { Drift, ValidateResponse } from "./judgement.js";
import type { servers } from "./servers.gen.js";

/** A region of the contract; each has its own base URL. */
export type Region = keyof typeof servers;

/** The request that needs to be authorized. */
export interface RequestToAuthorize {
  /** HTTP method, in capitals. */
  readonly method: string;
  /** Complete URL, with encoded IDs. */
  readonly url: string;
  /** The project in the path of the request. */
  readonly projectId: string;
  /** Aborts when no call waits for the result any more. */
  readonly signal: AbortSignal;
}

/**
 * Gives the headers that authorize one request; called again for every attempt. The one for access keys is `aksk` of
 * `@vpcep/client/aksk`. The values of the headers are kept out of errors and events.
 */
export type Credentials = (
  request: RequestToAuthorize,
) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;

/**
 * Gets a token. Hand the signal to what you call: it aborts when no call waits for the token any more.
 *
 * @example
 * token: async ({ signal }) => (await fetch("https://tokens.example", { signal })).text()
 */
export type TokenFunction = (context: { readonly signal: AbortSignal }) => string | Promise<string>;

/** What the client hands to `fetch`: a subset of the global `RequestInit` and of undici's. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  /** Aborts when the attempt is given up. Absent in jsdom on Node 24, where `fetch` refuses jsdom's signals. */
  signal?: AbortSignal;
  redirect: "manual";
  body?: ArrayBuffer;
  cache?: "no-store";
}

/** What the client needs of an answer: the global `Response`, undici's and node-fetch's all have it. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: {
    get(name: string): string | null;
    forEach(callback: (value: string, name: string) => void): void;
  };
  text(): Promise<string>;
}

/** Sends one request. The global `fetch` fits, and so does undici's with a dispatcher of your own. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** What the client tells `onEvent` while it works. No event holds a token, a key, a signature or a body. */
export type ClientEvent = RequestInfo &
  (
    | {
        /** A request is about to be sent. */
        readonly type: "request";
      }
    | {
        /** An answer has arrived and its body has been read. */
        readonly type: "response";
        /** HTTP status. */
        readonly status: number;
        /** The header `X-Request-Id`; undefined when the answer has none. */
        readonly requestId: string | undefined;
      }
    | {
        /** An attempt failed; the next one follows after `delayMs` milliseconds. */
        readonly type: "retry";
        /** The wait before the next attempt, in milliseconds. */
        readonly delayMs: number;
        /** Why the attempt failed. */
        readonly error: VpcepError;
      }
  );

/** Who is asking: the bearer of a project-scoped IAM token, or the owner of access keys. */
export type Authorization =
  | {
      /**
       * The token for `X-Auth-Token`, valid for 24 hours; or a function that gets one. The function is called for
       * the first request, its result is kept, and after a 401 it is called once more. Concurrent calls share it.
       */
      readonly token: string | TokenFunction | undefined;
      readonly credentials?: undefined;
    }
  | {
      /** Signs each request; `aksk` of `@vpcep/client/aksk` for access keys. Takes the place of `token`. */
      readonly credentials: Credentials | undefined;
      readonly token?: undefined;
    };

/** Where the service is, and who is asking. A relative `baseUrl` needs no token: your own proxy adds it. */
export type Place =
  | ({
      /** A region of the contract: its base URL is known. Any other value is refused when the client is made. */
      readonly region: Region | (string & Record<never, never>);
      readonly baseUrl?: undefined;
    } & Authorization)
  | ({
      /**
       * Takes the place of `region`: an `https:` URL (`http:` only for loopback addresses), or a path such as `/api`
       * on the page's own origin. The catalogue's form that ends in `/v1/<project>` is fine.
       */
      readonly baseUrl: string | URL;
      readonly region?: undefined;
    } & (Authorization | { readonly token?: undefined; readonly credentials?: undefined }));

/** Settings of a client that all have a default but `projectId`. */
export interface Settings {
  /** The project whose services are asked for: 32 hexadecimal digits in every published sample. */
  readonly projectId: string;
  /**
   * Time for one call with all its attempts, in milliseconds. `Infinity` for none.
   *
   * @default 60_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Time for one attempt, from getting the token to the end of the body, in milliseconds. `Infinity` for none.
   *
   * @default 20_000
   */
  readonly attemptTimeoutMs?: number | undefined;
  /**
   * How often a request is sent at most; 1 switches retries off.
   *
   * @default 3
   */
  readonly maxAttempts?: number | undefined;
  /**
   * Longest wait before a retry, in milliseconds, also when `Retry-After` asks for more.
   *
   * @default 30_000
   */
  readonly maxDelayMs?: number | undefined;
  /**
   * Bytes of a body that are read at most.
   *
   * @default 1_048_576
   */
  readonly maxBodyBytes?: number | undefined;
  /**
   * Headers of your own for every request, for example for a gateway of yours. Those that authorize the request or
   * that belong to `fetch` are refused. A value is kept out of errors when its name says that it is a secret.
   */
  readonly headers?: HeadersOptions | undefined;
  /**
   * Permits `http:` for every host. Tokens then travel unencrypted.
   *
   * @default false
   */
  readonly allowInsecureHttp?: boolean | undefined;
  /** Checks each body of a 200 answer; `validate` of `@vpcep/client/validate`. Default: none. */
  readonly validate?: ValidateResponse | undefined;
  /** Told about undocumented fields and values; needs `validate`. What it throws or rejects with ends the call. */
  readonly onDrift?: ((drift: Drift) => unknown) | undefined;
  /** Told about every request, answer and retry. What it throws or rejects with ends the call. */
  readonly onEvent?: ((event: ClientEvent) => unknown) | undefined;
  /** Sends the requests. Default: the global `fetch`, looked up at each request. */
  readonly fetch?: Fetch | undefined;
  /**
   * Waits before a retry or the next poll, so many milliseconds or until the signal aborts. Default: a timer. For
   * tests.
   */
  readonly sleep?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
  /** A number from 0 to 1 that spreads the retries. Default: `Math.random`. For tests. */
  readonly random?: (() => number) | undefined;
  /** The time in milliseconds since 1970, for `Retry-After` dates. Default: `Date.now`. For tests. */
  readonly now?: (() => number) | undefined;
}

/** Options of `createClient`. */
export type ClientOptions = Settings & Place;

/** Options of one call. */
export interface CallOptions {
  /** Cancels the call, its waits included; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Time for the call with all its attempts, in milliseconds. Default: the client's `timeoutMs`. */
  readonly timeoutMs?: number | undefined;
  /** The project in which to look. Default: the client's `projectId`. */
  readonly projectId?: string | undefined;
  /** Headers of your own, added to those of the client. */
  readonly headers?: HeadersOptions | undefined;
}
