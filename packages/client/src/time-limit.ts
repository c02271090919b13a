/** Longest time that a timer can be set for without firing at once, a little less than 25 days. */
const longestTimerMs = 2 ** 31 - 1;

/** What ends a piece of work early: a signal of the caller's, or a limit of ours. */
export type Ending = AbortSignal | Limit;

/** Ends the work that it is handed to. */
export interface Limit {
  aborted: boolean;
  reason: unknown;
  readonly listeners: Set<() => void>;
  /** Made only when somebody asks for it, because an `AbortSignal` is slow to make. */
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

/** The `AbortSignal` of an ending, for code that is not ours. */
export const signalOf = (ending: Ending): AbortSignal => (isLimit(ending) ? ending.signal : ending);

let checkedController: unknown;
let areAccepted = true;

/**
 * The signal for `fetch` and `Request`; none where they refuse it. In jsdom, `AbortController` is not the one of Node,
 * and Node 24 takes only its own (vitest-dev/vitest 8374). The limit ends the work all the same.
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

/** What to call when a signal aborts. One listener per signal: Node warns from the eleventh on. */
const listenersOf = new WeakMap<AbortSignal, Set<() => void>>();

/** Calls `listener` when the work is to end; returns the function that undoes this. */
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

/** Why the work is to end: any value, also null. React Native's signals give no reason. */
const reasonOf = (ending: Ending): unknown =>
  "reason" in ending
    ? ending.reason
    : Object.assign(new Error("This operation was aborted"), { name: "AbortError" });

/** Throws the reason when the work is to end. */
export function throwIfAborted(ending: Ending): void {
  if (ending.aborted) throw reasonOf(ending);
}

/**
 * Gives up after `ms` milliseconds with the error that `late` makes, or with the reason of `outer` as soon as that
 * aborts, even when `work` takes no notice. The limit that `work` gets lives until the result is there, so it covers
 * the reading of a body.
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
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- The caller's reason can be anything.
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
