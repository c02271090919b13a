// Parses queue entries, which can be text, JSON, or JavaScript values. Used by the command line, the control route, the
// `X-Mock-Fault` header, `startMock`, and the MSW handler.
import { isPossible } from "./choose-response.js";
import type { ServiceFields } from "./service.js";

/** The states of an endpoint service, including `deleted`, which results in a 404. */
export const states = ["creating", "available", "failed", "deleting", "deleted"] as const;

/** The state of the returned service; `deleted` results in a 404. */
export type ServiceState = (typeof states)[number];

/**
 * A fault:
 *
 * - `delay=500` delays the response by 500 milliseconds.
 * - `stall` sends the headers but never the body.
 * - `reset` resets the connection before sending a response.
 * - `truncate` closes the connection in the middle of the body.
 * - `throttle` sends a 400 with `EndPoint.0022`, as the service does. `throttle=429` sends a 429, as the gateway does.
 * - `none` causes no fault.
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

/** A status, an example name, a state, `dynamic` for a generated body, or a fault. */
export type Word<Example extends string = string> =
  number | Example | ServiceState | "dynamic" | Fault;

/** A queue entry written as an object. */
export interface ResponseEntry<Example extends string = string> {
  /** The response. Default: the response that the mock sends when the queue is empty. */
  readonly response?: Word<Example> | readonly Word<Example>[];
  /** Endpoint service fields to set in a 200 response. */
  readonly service?: ServiceFields;
  /** Delay in milliseconds. Default: 0. */
  readonly delayMs?: number;
  /** Number of responses. Default: 1. */
  readonly times?: number;
}

/** One queue entry. A list of words describes a single response: `[503, "delay=200"]`. */
export type ScriptEntry<Example extends string = string> =
  Word<Example> | readonly Word<Example>[] | ResponseEntry<Example>;

/** A parsed entry. */
export interface Step {
  status?: number;
  example?: string;
  service?: ServiceFields;
  dynamic?: boolean;
  delayMs?: number;
  wire?: "stall" | "reset" | "truncate";
  times: number;
}

const longestDelayMs = 600_000;
const mostTimes = 1_000_000;
const wires = ["stall", "reset", "truncate"] as const;
const shorthands: Readonly<Record<string, Partial<Step>>> = {
  none: {},
  dynamic: { dynamic: true },
  throttle: { example: "error-throttled" },
  "throttle=400": { example: "error-throttled" },
  "throttle=429": { example: "error-too-many-requests" },
  deleted: { example: "error-service-not-found" },
};

/** Whether a step specifies a response, not only a fault. */
export const replacesResponse = (step: Partial<Step>): boolean =>
  (step.status ?? step.example ?? step.service ?? step.dynamic) !== undefined;

/**
 * Parses one entry.
 *
 * @param examples Names of the available examples.
 * @throws RangeError if the entry is unknown; the message lists the valid entries.
 */
export function readEntry(entry: unknown, examples: readonly string[]): Step {
  if (Array.isArray(entry)) return readWords(entry, examples);
  if (typeof entry !== "object" || entry === null) return readWords([entry], examples);
  const { response = [], service, delayMs, times, ...rest } = entry as ResponseEntry;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined)
    throw new RangeError(
      `Unknown property "${unknown}" in an entry. Use "response", "service", "delayMs", and "times".`,
    );
  const step = readWords(Array.isArray(response) ? response : [response], examples);
  if (service !== undefined) {
    if (typeof service !== "object")
      throw new RangeError('"service" must be an object with endpoint service fields.');
    step.service = { ...step.service, ...service };
  }
  if (delayMs !== undefined) step.delayMs = checkNumber('"delayMs"', delayMs, longestDelayMs);
  if (times !== undefined) step.times = checkNumber('"times"', times, mostTimes, 1);
  return step;
}

/** Parses text such as `401, 503x2, delay=200+creating, 200`. */
export function readScript(text: string, examples: readonly string[]): Step[] {
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [, words = entry, times] = /^(.*\S)\s*[x*]\s*(\d+)$/.exec(entry) ?? [];
      return {
        ...readWords(words.split("+"), examples),
        times: times === undefined ? 1 : checkNumber("A repetition", Number(times), mostTimes, 1),
      };
    });
}

function readWords(words: readonly unknown[], examples: readonly string[]): Step {
  const step: Step = { times: 1 };
  for (const word of words) Object.assign(step, readWord(word, examples));
  return step;
}

function readWord(given: unknown, examples: readonly string[]): Partial<Step> {
  const word = typeof given === "number" ? String(given) : given;
  if (typeof word !== "string")
    throw new RangeError(`${JSON.stringify(given)} is not a valid entry. ${possible(examples)}`);
  const text = word.trim();
  const short = Object.hasOwn(shorthands, text) ? shorthands[text] : undefined;
  if (short !== undefined) return short;
  if (/^\d+$/.test(text)) {
    if (!isPossible(Number(text)))
      throw new RangeError(
        `The contract has no response with status ${text}. Use 200, or a status from 400 to 599.`,
      );
    return { status: Number(text) };
  }
  const wire = wires.find((known) => known === text);
  if (wire !== undefined) return { wire };
  const state = states.find((known) => known === text);
  if (state !== undefined) return { service: { status: state } };
  const [, delay] = /^delay=(.*)$/.exec(text) ?? [];
  if (delay !== undefined)
    return {
      delayMs: checkNumber("delay", delay === "" ? Number.NaN : Number(delay), longestDelayMs),
    };
  if (examples.includes(text)) return { example: text };
  throw new RangeError(`"${text}" is unknown. ${possible(examples)}`);
}

const possible = (examples: readonly string[]): string =>
  `Use a status (200, 400 to 599), a state (${states.join(", ")}), "dynamic", a fault (delay=<ms>, ${wires.join(", ")}, throttle, throttle=429, none), or an example (${examples.join(", ")}).`;

function checkNumber(what: string, value: unknown, most: number, least = 0): number {
  if (!(Number.isInteger(value) && Number(value) >= least && Number(value) <= most))
    throw new RangeError(
      `${what} must be a whole number from ${least} to ${most}, not ${JSON.stringify(value)}.`,
    );
  return Number(value);
}
