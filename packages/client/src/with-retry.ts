import type { Call, Send, Sleep } from "./call.js";
import type { ClientOptions } from "./client-options.js";
import type { ApiError } from "./errors/api-error.js";
import { TimeoutError } from "./errors/timeout-error.js";
import { withTimeout } from "./with-timeout.js";

/** Upper end of the first wait, in milliseconds; it doubles with every attempt. */
const baseMs = 500;

/** What decides how often and when a request is sent again, and when to give up. */
export type RetryOptions = Pick<
  ClientOptions,
  "attemptTimeoutMs" | "maxAttempts" | "maxDelayMs" | "onEvent" | "random"
>;

/**
 * Sends again what can be sent again: as late as `Retry-After` says, or after a random part of a growing wait. All of
 * it ends after `timeoutMs` milliseconds, or when `signal` aborts.
 */
export async function withRetry(
  send: Send,
  call: Call,
  timeoutMs: number,
  sleep: Sleep,
  {
    attemptTimeoutMs = 20_000,
    maxAttempts = 3,
    maxDelayMs = 30_000,
    random = Math.random,
    onEvent,
  }: RetryOptions,
  signal?: AbortSignal,
): ReturnType<Send> {
  const deadline = performance.now() + timeoutMs;
  // One limit at a time, the nearer one: a second timer and signal around all would cost as much as the first.
  const inTime = <Result>(
    step: (signal: AbortSignal) => Promise<Result>,
    limitMs = Infinity,
  ): Promise<Result> => {
    const leftMs = deadline - performance.now();
    return withTimeout(
      step,
      Math.min(leftMs, limitMs),
      () =>
        new TimeoutError(`No answer within ${leftMs < limitMs ? timeoutMs : limitMs} ms`, {
          ...call,
          retryable: true,
        }),
      signal,
    );
  };
  for (let left = maxAttempts; ;) {
    try {
      return await inTime(send, attemptTimeoutMs);
    } catch (error) {
      signal?.throwIfAborted();
      // The first two are written so that NaN ends the loop too. A timer may fire a little early, hence the 1.
      if (!((error as ApiError).retryable && --left > 0) || deadline - performance.now() < 1)
        throw error;
      const delayMs = Math.min(
        maxDelayMs,
        (error as ApiError).retryAfterMs ??
          random() * Math.min(maxDelayMs, baseMs * 2 ** call.delaysMs.length),
      );
      call.delaysMs = [...call.delaysMs, delayMs];
      onEvent?.({ ...call, type: "retry", delayMs, error: error as ApiError });
      call.cause = error;
      await inTime((waiting) => sleep(delayMs, waiting));
      delete call.cause;
    }
  }
}
