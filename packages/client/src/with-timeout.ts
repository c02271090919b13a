import type { Call } from "./call.js";
import { TimeoutError } from "./errors/timeout-error.js";

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
      const giveUp = (reason: unknown): void => {
        end();
        // The reason may be the caller's, and then be anything.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(reason);
        controller.abort(reason);
      };
      const abort = (): void => {
        giveUp(outer?.reason);
      };
      const timer = setTimeout(
        () => {
          giveUp(new TimeoutError(`${what} within ${ms} ms`, { ...call, retryable: true }));
        },
        // At most eleven days: a longer timer would fire at once.
        Math.min(ms, 1e9),
      );
      // Not by aborting the signal: with its event and its error that is half of what a call costs.
      const end = (): void => {
        clearTimeout(timer);
        outer?.removeEventListener("abort", abort);
      };
      outer?.addEventListener("abort", abort);
      void send(controller.signal).then(resolve, reject).finally(end);
    });
