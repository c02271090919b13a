/** Where the mock takes the time from, in milliseconds since 1970. */
export interface MockClock {
  now(): number;
}

/** A clock that stands still until it is told to move. */
export interface ManualClock extends MockClock {
  /** Moves the time forward by so many milliseconds. */
  advance(ms: number): void;
}

/** The time of the machine. */
export const systemClock: MockClock = { now: () => Date.now() };

/**
 * A clock for tests: scenarios move on only when `advance` is called.
 *
 * @param startMs First reading, in milliseconds since 1970; the time of the machine by default.
 */
export function createManualClock(startMs: number = Date.now()): ManualClock {
  let time = startMs;
  return {
    now: () => time,
    advance(ms) {
      time += ms;
    },
  };
}
