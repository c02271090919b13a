import type { Call, Send, Sleep } from "./call.js";
import type { ClientOptions } from "./client-options.js";
import type { ApiError } from "./errors/api-error.js";

/** Upper end of the first wait, in milliseconds; it doubles with every attempt. */
const baseMs = 500;

/** What decides how often and when a request is sent again. */
export type RetryOptions = Pick<ClientOptions, "maxAttempts" | "maxDelayMs" | "onEvent" | "random">;

/** Sends again what can be sent again: as late as `Retry-After` says, or after a random part of a growing wait. */
export const withRetry =
  (
    send: Send,
    call: Call,
    sleep: Sleep,
    { maxAttempts = 3, maxDelayMs = 30_000, random = Math.random, onEvent }: RetryOptions,
  ): Send =>
  async (signal) => {
    for (let left = maxAttempts; ;) {
      try {
        return await send(signal);
      } catch (error) {
        signal.throwIfAborted();
        // Written so that NaN ends the loop too.
        if (!((error as ApiError).retryable && --left > 0)) throw error;
        const delayMs = Math.min(
          maxDelayMs,
          (error as ApiError).retryAfterMs ??
            random() * Math.min(maxDelayMs, baseMs * 2 ** call.delaysMs.length),
        );
        call.delaysMs = [...call.delaysMs, delayMs];
        onEvent?.({ ...call, type: "retry", delayMs, error: error as ApiError });
        call.cause = error;
        await sleep(delayMs, signal);
        delete call.cause;
      }
    }
  };
