import { isObject } from "@vpcep/contract-reader";

import type { Exchange, Request, Send } from "./send-request.js";

/** Retry policy for requests that get no usable response. */
export interface RetryPolicy {
  /** Maximum number of attempts, including the first attempt. */
  attempts: number;
  /** Pause in milliseconds if the server sends no `Retry-After`. The pause doubles after each attempt. */
  pauseMs: number;
  /** Maximum pause in milliseconds. If `Retry-After` exceeds this maximum, the request is not retried. */
  longestPauseMs: number;
}

export const defaultRetries: RetryPolicy = { attempts: 3, pauseMs: 1_000, longestPauseMs: 15_000 };

/** Returns the reason why a response can't be checked, or undefined if it can. */
export function notYet({ response, failure }: Exchange): string | undefined {
  if (failure !== undefined) return failure;
  const { status, body } = response;
  if (status === 429 || status === 503) return `the server responded with ${status}`;
  if (status === 400 && errorCodeOf(body)?.toLowerCase() === "endpoint.0022")
    return "the server responded with 400 and EndPoint.0022 (too many requests)";
  return undefined;
}

function errorCodeOf(body: Uint8Array | undefined): string | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(body ?? []).toString("utf8"));
    const code = isObject(value) ? value["error_code"] : undefined;
    return typeof code === "string" ? code : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Wraps a send function so that the function repeats a request if the connection breaks or the server responds with
 * 429, 503, or the documented 400.
 */
export function withRetries(
  send: Send,
  policy: RetryPolicy,
  sleep: (ms: number) => Promise<unknown>,
): Send {
  return async (request: Request) => {
    for (let attempt = 1; ; attempt++) {
      const exchange = await send(request);
      const again =
        notYet(exchange) !== undefined &&
        (exchange.failure === undefined || exchange.passing === true);
      const pause = hintOf(exchange) ?? policy.pauseMs * 2 ** (attempt - 1);
      if (!again || attempt >= policy.attempts || pause > policy.longestPauseMs) return exchange;
      await sleep(pause);
    }
  };
}

/** Returns the `Retry-After` value (seconds or an HTTP date) in milliseconds. */
function hintOf({ response }: Exchange): number | undefined {
  const text = response.headers?.["retry-after"]?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
