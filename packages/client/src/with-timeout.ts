import type { Call } from "./call.js";
import { TimeoutError } from "./errors/timeout-error.js";
import { sleep } from "./sleep.js";

/**
 * Gives up after `ms` milliseconds, or as soon as `outer` aborts, even when what it wraps takes no notice. The signal
 * that it hands on stays alive until the result is there, so that it covers the reading of a body. `what` begins the
 * message of the TimeoutError.
 */
export const withTimeout =
  <Result>(
    send: (signal: AbortSignal) => Promise<Result>,
    ms: number,
    what: string,
    call?: Call,
  ): ((outer?: AbortSignal) => Promise<Result>) =>
  (outer) =>
    new Promise((resolve, reject) => {
      outer?.throwIfAborted();
      const controller = new AbortController();
      const { signal } = controller;
      const abort = (): void => {
        controller.abort(outer?.reason);
      };
      signal.onabort = () => {
        // The reason is the caller's; it may be anything.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(signal.reason);
      };
      outer?.addEventListener("abort", abort, { signal });
      void sleep(ms, signal).then(() => {
        if (!signal.aborted)
          controller.abort(
            new TimeoutError(`${what} within ${ms} ms`, { ...call, retryable: true }),
          );
      });
      // Aborting at the end clears the timer and the listener; the promise is settled by then.
      void send(signal).then(resolve, reject).finally(abort);
    });
