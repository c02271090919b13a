/**
 * Gives up after `ms` milliseconds with the error that `late` makes, or as soon as `outer` aborts, even when what it
 * wraps takes no notice. The signal that it hands on stays alive until the result is there, so that it covers the
 * reading of a body.
 */
export const withTimeout = <Result>(
  send: (signal: AbortSignal) => Promise<Result>,
  ms: number,
  late: () => Error,
  outer?: AbortSignal,
): Promise<Result> =>
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
        giveUp(late());
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
