/** Waits `ms` milliseconds or until the signal aborts. At most eleven days: a longer timer would fire at once. */
export const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(end, Math.min(ms, 1e9));
    function end(): void {
      clearTimeout(timer);
      resolve();
    }
    if (signal.aborted) end();
    signal.addEventListener("abort", end);
  });
