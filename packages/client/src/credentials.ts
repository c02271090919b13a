import { check, describe, unusable } from "./check-arguments.js";
import type { Credentials, RequestToAuthorize, TokenFunction } from "./options.js";
import { onAbort } from "./time-limit.js";

/** The headers that authorize a request. */
export type AuthHeaders = Readonly<Record<string, string>>;

/** Authorizes requests. Naming headers that were refused asks for others. */
export interface Authorizer {
  /** Which option it comes from. */
  readonly from: "token" | "credentials" | "none";
  /** Whether other headers can be had after a 401. */
  readonly renewable: boolean;
  authorize(request: RequestToAuthorize, refused?: AuthHeaders): Promise<AuthHeaders>;
}

/**
 * Reads `token` and `credentials`.
 *
 * @throws InvalidArgumentError when both or none are given, or one cannot be used.
 */
export function readCredentials(
  token: unknown,
  credentials: unknown,
  required: boolean,
): Authorizer {
  if (token !== undefined && credentials !== undefined)
    throw unusable("credentials", "and token are both given; give one of them");
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
      "or credentials must be given, except with a relative baseUrl; both are undefined",
    );
  const headers = tokenHeaders(token);
  return { from: "token", renewable: false, authorize: () => Promise.resolve(headers) };
}

/** Plain text of one line: a line break would start another header, a missing token would be sent as "undefined". */
const isPlain = (value: unknown): value is string =>
  typeof value === "string" && /^[!-~]([ -~]*[!-~])?$/.test(value);

/** What is wrong with a token, without showing it. */
const fault = (value: unknown): string =>
  typeof value !== "string" || value === ""
    ? describe(value)
    : value.trim() !== value
      ? "a string with white space at an end; trim it"
      : "a string with other characters";

function tokenHeaders(token: unknown): AuthHeaders {
  if (!isPlain(token))
    throw unusable("token", `must be one line of printable ASCII; it is ${fault(token)}`);
  return { "X-Auth-Token": token };
}

function checkAuthHeaders(headers: unknown): AuthHeaders {
  check(
    typeof headers === "object" && headers !== null && !Array.isArray(headers),
    "credentials",
    "must give an object of headers",
    headers,
  );
  for (const [name, value] of Object.entries(headers))
    if (!isPlain(value))
      throw unusable(
        "credentials",
        `must give headers of one line of printable ASCII; ${JSON.stringify(name.slice(0, 60))} is ${fault(value)}`,
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
 * Asks a function for a token and keeps it; calls that come while it is asked wait for the same answer. An answer that
 * does not come is given up with the first call that gives up on it, so that the next one asks again.
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
      // Once for all who had the refused one.
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
