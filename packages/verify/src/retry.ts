import { isObject } from "@vpcep/contract-reader";

import type { Exchange, Request, Send } from "./send-request.js";

/** How often and how long to wait before an answer counts as one that cannot be judged. */
export interface RetryPolicy {
  /** Requests in all. */
  attempts: number;
  /** Pause where the server gives no hint, in milliseconds; doubled after each try. */
  pauseMs: number;
  /** A longer hint is not followed. */
  longestPauseMs: number;
}

export const defaultRetries: RetryPolicy = { attempts: 3, pauseMs: 1_000, longestPauseMs: 15_000 };

/** Why an answer says nothing about the contract; undefined when it can be judged. */
export function notYet({ answer, failure }: Exchange): string | undefined {
  if (failure !== undefined) return failure;
  const { status, body } = answer;
  if (status === 429 || status === 503) return `the server answers ${status}: not now`;
  if (status === 400 && errorCodeOf(body)?.toLowerCase() === "endpoint.0022")
    return "the server answers 400 with EndPoint.0022: too many requests";
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

/** Sends again, with pauses, while the answer is one that may pass: 429, 503, the documented 400, a broken connection. */
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

/** What `Retry-After` says in milliseconds: seconds, or the HTTP date to wait for. */
function hintOf({ answer }: Exchange): number | undefined {
  const text = answer.headers?.["retry-after"]?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
