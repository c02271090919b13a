import { check, describe, unusable } from "./check-arguments.js";
import type { Credentials, RequestToAuthorize, TokenFunction } from "./options.js";
import { onAbort } from "./time-limit.js";

/** The headers that authorize a request. */
export type AuthHeaders = Readonly<Record<string, string>>;

/** Provides the headers that authorize a request. To get new headers after a 401, pass the rejected headers. */
export interface Authorizer {
  /** The client option that provides the credentials. */
  readonly from: "token" | "credentials" | "none";
  /** Whether new headers can be obtained after a 401. */
  readonly renewable: boolean;
  authorize(request: RequestToAuthorize, refused?: AuthHeaders): Promise<AuthHeaders>;
}

/**
 * Creates the authorizer for `token` or `credentials`.
 *
 * @throws InvalidArgumentError if both options are set, a required option is missing, or the value is invalid.
 */
export function readCredentials(
  token: unknown,
  credentials: unknown,
  required: boolean,
): Authorizer {
  if (token !== undefined && credentials !== undefined)
    throw unusable("credentials", "and token are both set; set only one of them");
  if (credentials !== undefined) {
    check(typeof credentials === "function", "credentials", "must be a function", credentials);
    const sign = credentials as Credentials;
    return {
      from: "credentials",
      renewable: false,
      authorize: async (request) => checkAuthHeaders(await sign(request)),
    };
  }
  if (typeof token === "function") return tokenFunction(token as TokenFunction);
  if (token === undefined && !required)
    return { from: "none", renewable: false, authorize: () => Promise.resolve({}) };
  if (token === undefined)
    throw unusable(
      "token",
      "or credentials must be set, unless baseUrl is relative; both are undefined",
    );
  const headers = tokenHeaders(token);
  return { from: "token", renewable: false, authorize: () => Promise.resolve(headers) };
}

/**
 * Checks that a header value contains only printable ASCII characters, because a line break would start another header.
 */
const isPlain = (value: unknown): value is string =>
  typeof value === "string" && /^[!-~]([ -~]*[!-~])?$/.test(value);

/** Describes an invalid token without revealing its value. */
const fault = (value: unknown): string =>
  typeof value !== "string" || value === ""
    ? describe(value)
    : value.trim() !== value
      ? "a string with surrounding white space; trim it"
      : "a string with invalid characters";

function tokenHeaders(token: unknown): AuthHeaders {
  if (!isPlain(token))
    throw unusable("token", `must be a single line of printable ASCII; it is ${fault(token)}`);
  return { "X-Auth-Token": token };
}

function checkAuthHeaders(headers: unknown): AuthHeaders {
  check(
    typeof headers === "object" && headers !== null && !Array.isArray(headers),
    "credentials",
    "must return an object of headers",
    headers,
  );
  for (const [name, value] of Object.entries(headers))
    if (!isPlain(value))
      throw unusable(
        "credentials",
        `must return headers of printable ASCII; ${JSON.stringify(name.slice(0, 60))} is ${fault(value)}`,
      );
  return headers as AuthHeaders;
}

interface Pending {
  readonly headers: Promise<AuthHeaders>;
  readonly controller: AbortController;
  waiting: number;
  done: boolean;
}

/**
 * Creates an authorizer that calls the token function once and caches the token. Concurrent calls wait for the same
 * token. If a waiting call times out or is aborted, the next call invokes the token function again.
 */
function tokenFunction(token: TokenFunction): Authorizer {
  let current: Pending | undefined;

  const ask = (): Pending => {
    const controller = new AbortController();
    const headers = (async () => tokenHeaders(await token({ signal: controller.signal })))();
    const asked: Pending = { headers, controller, waiting: 0, done: false };
    headers.then(
      () => (asked.done = true),
      () => {
        if (current === asked) current = undefined;
      },
    );
    return asked;
  };

  let known: AuthHeaders | undefined;
  return {
    from: "token",
    renewable: true,
    async authorize({ signal }, refused) {
      // Renew the token only once if several calls receive a 401.
      if (refused !== undefined && refused === known && current?.done) current = undefined;
      const pending = (current ??= ask());
      pending.waiting++;
      const forget = onAbort(signal, () => {
        if (pending.done) return;
        if (current === pending) current = undefined;
        if (--pending.waiting === 0) pending.controller.abort(signal.reason);
      });
      try {
        return (known = await pending.headers);
      } finally {
        forget();
      }
    },
  };
}
