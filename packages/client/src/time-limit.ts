/** Longest time that a timer can be set for without firing at once, a little less than 25 days. */
const longestTimerMs = 2 ** 31 - 1;

/** What is to be told when a signal aborts. One listener per signal: Node warns from the eleventh on. */
const listeners = new WeakMap<AbortSignal, Set<() => void>>();

/** Calls `listener` when `signal` aborts; returns the way to call it off. */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  let all = listeners.get(signal);
  if (!all) {
    const told = (all = new Set());
    listeners.set(signal, told);
    signal.addEventListener("abort", tellAll);
  }
  const set = all;
  set.add(listener);
  return () => {
    set.delete(listener);
    if (set.size > 0 || listeners.get(signal) !== set) return;
    listeners.delete(signal);
    signal.removeEventListener("abort", tellAll);
  };
}

function tellAll(this: AbortSignal): void {
  const all = listeners.get(this) ?? [];
  listeners.delete(this);
  this.removeEventListener("abort", tellAll);
  for (const listener of all) listener();
}

/** Why a signal aborted; React Native's signals give no reason. */
const reasonOf = (signal: AbortSignal): unknown =>
  "reason" in signal
    ? signal.reason
    : Object.assign(new Error("This operation was aborted"), { name: "AbortError" });

/** Throws the reason of a signal that has aborted. */
export function throwIfAborted(signal: AbortSignal): void {
  // It is the caller's and can be anything, also null.

  if (signal.aborted) throw reasonOf(signal);
}

/**
 * Gives up after `ms` milliseconds with the error that `late` makes, or with the reason of `outer` as soon as that
 * aborts, even when `work` takes no notice. The signal that `work` gets stays alive until its result is there, so it
 * covers the reading of a body.
 */
export function withinTime<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  ms: number,
  late: () => Error,
  outer?: AbortSignal | null,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (outer?.aborted) {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      reject(reasonOf(outer));
      return;
    }
    const controller = new AbortController();
    const giveUp = (reason: unknown): void => {
      end();
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      reject(reason);
      controller.abort(reason);
    };
    const timer =
      ms === Infinity
        ? undefined
        : setTimeout(
            () => {
              giveUp(late());
            },
            Math.min(ms, longestTimerMs),
          );
    const forget = outer
      ? onAbort(outer, () => {
          giveUp(reasonOf(outer));
        })
      : undefined;
    const end = (): void => {
      clearTimeout(timer);
      forget?.();
    };
    void work(controller.signal).then(resolve, reject).finally(end);
  });
}

/** Waits `ms` milliseconds or until the signal aborts. */
export const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      forget();
      resolve();
    };
    const timer = setTimeout(end, Math.min(ms, longestTimerMs));
    const forget = onAbort(signal, end);
    if (signal.aborted) end();
  });
