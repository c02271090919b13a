// What is sent again, and when: the one place that knows.

/** Statuses that may pass when the request is sent again. */
export const retriedStatuses: readonly number[] = [408, 429, 500, 502, 503, 504];

/** Methods that can be sent again, because sending them twice has the effect of sending them once (RFC 9110, 9.2.2). */
export const retriedMethods: readonly string[] = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"];

/** Upper end of the first wait, in milliseconds; it doubles with every attempt. */
const firstDelayMs = 500;

/** The service's own throttling: a 400 that may pass. Codes are compared without regard to case. */
export const isThrottling = (errorCode: string | undefined): boolean =>
  /^endpoint\.0022$/i.test(errorCode ?? "");

/**
 * Failures of a connection that may pass. Everything else stays as it is until someone does something about it: a
 * certificate, an unknown host, a port or protocol that is not allowed, an error in an injected `fetch`.
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
  // A compressed body that ends too early.
  "Z_BUF_ERROR",
  // Bun.
  "ConnectionClosed",
  "ConnectionRefused",
  "ConnectionReset",
  "FailedToOpenSocket",
  "Timeout",
]);

/** How each runtime words a network failure for which it gives no code. A refusal by CORS reads the same. */
const networkFailure =
  /^(fetch failed|failed to fetch|load failed|networkerror when|network ?error|network request failed|network connection lost|terminated|error sending request|error (reading|decoding) a? ?body|the (network|internet) connection)/i;

interface Failure {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** What a failure was caused by, the last cause first; a failed attempt at several addresses counts as its first. */
function causesOf(error: unknown): Failure[] {
  const causes: Failure[] = [];
  // Bounded, because a cause can be its own cause.
  for (let at = error; Object(at) === at && causes.length < 9;) {
    const failure = at as Failure;
    causes.unshift(failure);
    at =
      failure.cause ??
      (Array.isArray(failure.errors) ? (failure.errors as unknown[])[0] : undefined);
  }
  return causes;
}

/** The runtime's code of a failure, such as `ENOTFOUND`: that of the cause that lies deepest. */
export function codeOf(error: unknown): string | undefined {
  for (const { code } of causesOf(error))
    if (typeof code === "string" && /^\w{1,64}$/.test(code)) return code;
  return undefined;
}

/** What the deepest cause says: "fetch failed" alone helps nobody. */
export function wordsOf(error: unknown): string | undefined {
  for (const { message } of causesOf(error))
    if (typeof message === "string" && message !== "") return message;
  return undefined;
}

/** Whether what `fetch`, or a function that gets a token, threw may pass. */
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
 * What the server asks for, in milliseconds from its answer on: `retry-after-ms`, or `Retry-After` in seconds, also
 * with a fraction or a unit, or as a date. A date is judged by the answer's own `Date`, because clocks differ.
 */
export function readRetryAfter(
  headers: { get(name: string): string | null },
  now: () => number,
): number | undefined {
  const ms = parseFloat(headers.get("retry-after-ms") ?? "");
  if (ms >= 0) return ms;
  const text = headers.get("retry-after") ?? "";
  // A header that was sent twice arrives as "5, 5".
  const [, seconds] = /^\s*([\d.]+)\s*(?:s|secs?|seconds?)?\s*(?:,|$)/i.exec(text) ?? [];
  if (Number(seconds) >= 0) return Number(seconds) * 1000;
  // Only what looks like a date: engines read "-5" as one too.
  if (!/\d{4}/.test(text) || !/:\d\d/.test(text)) return undefined;
  const sent = Date.parse(headers.get("date") ?? "");
  const afterMs = Date.parse(text) - (isNaN(sent) ? now() : sent);
  return afterMs >= 0 ? afterMs : undefined;
}

/**
 * How long to wait before the next attempt: what the server asks for, else a random part of a growing wait ("full
 * jitter"); at most `maxDelayMs`.
 */
export const delayMs = (
  retryAfterMs: number | undefined,
  retries: number,
  { maxDelayMs, random }: { readonly maxDelayMs: number; readonly random: () => number },
): number =>
  Math.min(
    maxDelayMs,
    retryAfterMs ?? random() * Math.min(maxDelayMs, firstDelayMs * 2 ** retries),
  );
