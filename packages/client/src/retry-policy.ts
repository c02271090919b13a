// Determines which failures the client retries, and how long the client waits before each retry.

/** Statuses that trigger a retry. */
export const retriedStatuses: readonly number[] = [408, 429, 500, 502, 503, 504];

/** Idempotent methods (RFC 9110, 9.2.2), except TRACE. */
export const retriedMethods: readonly string[] = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"];

/** Maximum delay before the first retry, in milliseconds. The maximum delay doubles with every retry. */
const firstDelayMs = 500;

/** Checks for the throttling error code, which the service returns with status 400. */
export const isThrottling = (errorCode: string | undefined): boolean =>
  /^endpoint\.0022$/i.test(errorCode ?? "");

/**
 * Error codes of temporary network failures. Other failures, such as an invalid certificate, an unknown host, or a bug
 * in a custom `fetch`, are treated as permanent.
 */
const passingCodes = new Set([
  // Node's system errors.
  "EAI_AGAIN",
  "ECONNABORTED",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTDOWN",
  "EHOSTUNREACH",
  "ENETDOWN",
  "ENETRESET",
  "ENETUNREACH",
  "EPIPE",
  "ETIMEDOUT",
  // undici.
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_SOCKET",
  // A truncated compressed body.
  "Z_BUF_ERROR",
  // Bun.
  "ConnectionClosed",
  "ConnectionRefused",
  "ConnectionReset",
  "FailedToOpenSocket",
  "Timeout",
]);

/**
 * Matches network failure messages from runtimes without error codes. Browsers report CORS errors with the same
 * messages.
 */
const networkFailure =
  /^(fetch failed|failed to fetch|load failed|networkerror when|network ?error|network request failed|network connection lost|terminated|error sending request|error (reading|decoding) a? ?body|the (network|internet) connection)/i;

interface Failure {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** Returns the chain of causes, innermost first. The cause of an `AggregateError` is its first error. */
function causesOf(error: unknown): Failure[] {
  const causes: Failure[] = [];
  // The number of causes is limited, because the chain of causes can be circular.
  for (let at = error; Object(at) === at && causes.length < 9;) {
    const failure = at as Failure;
    causes.unshift(failure);
    at =
      failure.cause ??
      (Array.isArray(failure.errors) ? (failure.errors as unknown[])[0] : undefined);
  }
  return causes;
}

/** Returns the error code of the innermost cause that has one, such as `ENOTFOUND`. */
export function codeOf(error: unknown): string | undefined {
  for (const { code } of causesOf(error))
    if (typeof code === "string" && /^\w{1,64}$/.test(code)) return code;
  return undefined;
}

/** Returns the innermost cause's message, which is more specific than "fetch failed". */
export function wordsOf(error: unknown): string | undefined {
  for (const { message } of causesOf(error))
    if (typeof message === "string" && message !== "") return message;
  return undefined;
}

/** Checks whether an error from `fetch` or a token function is temporary. */
export function mayPass(error: unknown): boolean {
  const causes = causesOf(error);
  const retryable = causes.map((cause) => (cause as { retryable?: unknown }).retryable);
  if (retryable.includes(true)) return true;
  const code = codeOf(error);
  if (code !== undefined) return passingCodes.has(code);
  const [deepest] = causes;
  return (
    deepest !== undefined &&
    (deepest.name === "TimeoutError" || networkFailure.test(String(deepest.message)))
  );
}

/**
 * Returns the delay from the `retry-after-ms` or `Retry-After` header, in milliseconds. `Retry-After` can be a number
 * of seconds or a date. If the response has a `Date` header, a `Retry-After` date is compared with this header, because
 * the local clock can be wrong.
 */
export function readRetryAfter(
  headers: { get(name: string): string | null },
  now: () => number,
): number | undefined {
  const ms = parseFloat(headers.get("retry-after-ms") ?? "");
  if (ms >= 0) return ms;
  const text = headers.get("retry-after") ?? "";
  // `fetch` joins the values of repeated headers, for example as "5, 5".
  const [, seconds] = /^\s*([\d.]+)\s*(?:s|secs?|seconds?)?\s*(?:,|$)/i.exec(text) ?? [];
  if (Number(seconds) >= 0) return Number(seconds) * 1000;
  // Requires a year and a time, because `Date.parse` also accepts values such as "-5".
  if (!/\d{4}/.test(text) || !/:\d\d/.test(text)) return undefined;
  const sent = Date.parse(headers.get("date") ?? "");
  const afterMs = Date.parse(text) - (isNaN(sent) ? now() : sent);
  return afterMs >= 0 ? afterMs : undefined;
}

/** Returns the delay before a retry: the server's delay or exponential backoff with full jitter, up to `maxDelayMs`. */
export const delayMs = (
  retryAfterMs: number | undefined,
  retries: number,
  { maxDelayMs, random }: { readonly maxDelayMs: number; readonly random: () => number },
): number =>
  Math.min(
    maxDelayMs,
    retryAfterMs ?? random() * Math.min(maxDelayMs, firstDelayMs * 2 ** retries),
  );
