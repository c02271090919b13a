/**
 * Something that goes wrong on the way, spelled as in the header `X-Mock-Fault`:
 *
 * - `delay=500`: the answer starts so many milliseconds late;
 * - `stall`: status and headers arrive, the body never does;
 * - `reset`: the connection is reset before any answer;
 * - `truncate`: the connection ends in the middle of the body;
 * - `throttle`, `throttle=429`: the request is throttled with a 400 (`EndPoint.0022`), or with a 429 of the
 *   gateway; both carry `Retry-After`;
 * - `none`: nothing; holds a place in a list.
 */
export type Fault =
  | `delay=${number}`
  | "stall"
  | "reset"
  | "truncate"
  | "throttle"
  | "throttle=400"
  | "throttle=429"
  | "none";

const longestDelayMs = 600_000;
const plain: readonly string[] = [
  "stall",
  "reset",
  "truncate",
  "throttle",
  "throttle=400",
  "throttle=429",
  "none",
];

/** Milliseconds of a `delay=…`, otherwise undefined. */
export function delayOf(fault: Fault): number | undefined {
  const digits = /^delay=(\d{1,6})$/.exec(fault)?.[1];
  const ms = digits === undefined ? undefined : Number(digits);
  return ms !== undefined && ms <= longestDelayMs ? ms : undefined;
}

/**
 * Reads a comma-separated list of faults.
 *
 * @returns A text that says what is wrong, when one of them is not known.
 */
export function parseFaults(list: string): Fault[] | string {
  const faults: Fault[] = [];
  for (const item of list.split(",").map((part) => part.trim())) {
    if (item === "") continue;
    if (!plain.includes(item) && delayOf(item as Fault) === undefined)
      return `The fault "${item}" is not known. Use delay=<0 to ${longestDelayMs} ms>, ${plain.join(", ")}.`;
    faults.push(item as Fault);
  }
  return faults;
}

/**
 * Checks faults that come from code: a compiler sees a misspelled one, JavaScript does not.
 *
 * @throws RangeError that names what is known.
 */
export function checkFaults(faults: readonly Fault[]): Fault[] {
  const parsed = parseFaults(faults.join(","));
  if (typeof parsed === "string") throw new RangeError(parsed);
  return parsed;
}
