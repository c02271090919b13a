import type { Call, Send, Sleep } from "./call.js";
import type { ClientOptions } from "./client-options.js";
import type { ApiError } from "./errors/api-error.js";

/** Upper end of the first wait, in milliseconds; it doubles with every attempt. */
const baseMs = 500;

/** What decides whether and when a request is sent again. */
export type RetryOptions = Pick<
  ClientOptions,
  "maxAttempts" | "maxDelayMs" | "now" | "onEvent" | "random"
> & {
  readonly sleep: Sleep;
  /** Whether the request, refused with this error, has a fresh token now. That attempt is free and immediate. */
  readonly renew: (error: ApiError) => boolean;
};

/** Sends again what can be sent again: as late as `Retry-After` says, or after a random part of a growing wait. */
export const withRetry =
  (
    send: Send,
    call: Call,
    {
      maxAttempts = 3,
      maxDelayMs = 30_000,
      random = Math.random,
      onEvent,
      sleep,
      renew,
    }: RetryOptions,
  ): Send =>
  async (signal) => {
    for (let left = maxAttempts; ;) {
      call.attempts++;
      try {
        return await send(signal);
      } catch (thrown) {
        signal.throwIfAborted();
        const error = thrown as ApiError;
        const renewed = renew(error);
        if (!renewed && (!error.retryable || --left < 1)) throw error;
        const delayMs = renewed
          ? 0
          : error.retryAfterMs === undefined
            ? random() * Math.min(maxDelayMs, baseMs * 2 ** (call.attempts - 1))
            : Math.min(maxDelayMs, error.retryAfterMs);
        call.delaysMs = [...call.delaysMs, delayMs];
        onEvent?.({ ...call, type: "retry", delayMs, error });
        call.cause = error;
        await sleep(delayMs, signal);
        signal.throwIfAborted();
        delete call.cause;
      }
    }
  };
