/** The maximum timer delay, about 25 days. Timers with longer delays fire immediately. */
const longestTimerMs = 2 ** 31 - 1;

/** A source of cancellation: the caller's signal or a time limit. */
export type Ending = AbortSignal | Limit;

/** A time limit that the client can use internally instead of an `AbortSignal`. */
export interface Limit {
  aborted: boolean;
  reason: unknown;
  readonly listeners: Set<() => void>;
  /** Created on first use, because an `AbortSignal` is slow to create. */
  readonly signal: AbortSignal;
  abort(reason: unknown): void;
}

function makeLimit(): Limit {
  let controller: AbortController | undefined;
  const limit: Limit = {
    aborted: false,
    reason: undefined,
    listeners: new Set(),
    get signal() {
      controller ??= new AbortController();
      if (limit.aborted) controller.abort(limit.reason);
      return controller.signal;
    },
    abort(reason) {
      limit.aborted = true;
      limit.reason = reason;
      controller?.abort(reason);
      for (const listener of limit.listeners) listener();
    },
  };
  return limit;
}

const isLimit = (ending: Ending): ending is Limit => "listeners" in ending;

/** Returns an `AbortSignal` for code that cannot use a `Limit`. */
export const signalOf = (ending: Ending): AbortSignal => (isLimit(ending) ? ending.signal : ending);

let checkedController: unknown;
let areAccepted = true;

/**
 * Returns the signal, unless `fetch` and `Request` reject signals from the global `AbortController`. In Node 24,
 * `fetch` and `Request` accept only Node's own signals, but jsdom replaces `AbortController` (vitest-dev/vitest issue
 * 8374). The time limit applies even if the signal is omitted.
 */
export function acceptedSignal({ signal }: Limit): { readonly signal?: AbortSignal } {
  if (checkedController !== AbortController && typeof Request === "function") {
    checkedController = AbortController;
    try {
      new Request("http://127.0.0.1", { signal: new AbortController().signal });
      areAccepted = true;
    } catch {
      areAccepted = false;
    }
  }
  return areAccepted ? { signal } : {};
}

/**
 * Maps each signal to its callbacks. The client adds only one listener to each signal, because Node prints a warning if
 * a signal has more than ten listeners.
 */
const listenersOf = new WeakMap<AbortSignal, Set<() => void>>();

/** Calls `listener` when the work is canceled. Returns a function that removes the listener. */
export function onAbort(ending: Ending, listener: () => void): () => void {
  const known = isLimit(ending) ? ending.listeners : listenersOf.get(ending);
  const listeners = known ?? new Set();
  listeners.add(listener);
  if (!known && !isLimit(ending)) {
    listenersOf.set(ending, listeners);
    ending.addEventListener("abort", callAll);
  }
  return () => {
    const last = listeners.delete(listener) && listeners.size === 0;
    if (last && !isLimit(ending)) stopListening(ending);
  };
}

function stopListening(signal: AbortSignal): void {
  listenersOf.delete(signal);
  signal.removeEventListener("abort", callAll);
}

function callAll(this: AbortSignal): void {
  const listeners = listenersOf.get(this) ?? [];
  stopListening(this);
  for (const listener of listeners) listener();
}

/** Returns the abort reason, which can be any value. React Native's `AbortSignal` has no `reason`. */
const reasonOf = (ending: Ending): unknown =>
  "reason" in ending
    ? ending.reason
    : Object.assign(new Error("This operation was aborted"), { name: "AbortError" });

/** Throws the abort reason if the work was canceled. */
export function throwIfAborted(ending: Ending): void {
  if (ending.aborted) throw reasonOf(ending);
}

/**
 * Runs `work` with a time limit. After `ms` milliseconds, the promise rejects with the error from `late`. If `outer` is
 * aborted, the promise rejects with the abort reason. The promise rejects even if `work` ignores its limit.
 */
export async function withinTime<Result>(
  work: (limit: Limit) => Promise<Result>,
  ms: number,
  late: () => Error,
  outer?: Ending,
): Promise<Result> {
  if (outer) throwIfAborted(outer);
  const limit = makeLimit();
  let giveUp: (reason: unknown) => void = () => undefined;
  const gaveUp = new Promise<never>((_, reject) => {
    giveUp = (reason) => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- The reason can be any value.
      reject(reason);
      limit.abort(reason);
    };
  });
  const timer =
    ms === Infinity
      ? undefined
      : setTimeout(
          () => {
            giveUp(late());
          },
          Math.min(ms, longestTimerMs),
        );
  const forget =
    outer &&
    onAbort(outer, () => {
      giveUp(reasonOf(outer));
    });
  try {
    return await Promise.race([work(limit), gaveUp]);
  } finally {
    clearTimeout(timer);
    forget?.();
  }
}

/** Waits for `ms` milliseconds, or until the signal is aborted. */
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
