/** Resolves after `ms` milliseconds or when the signal aborts. Timers end at 2³¹ − 1 ms; longer ones would fire at once. */
export const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.min(ms, 2147483647));
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
