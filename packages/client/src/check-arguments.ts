import { oneLine } from "./clean-text.js";
import { InvalidArgumentError } from "./errors.js";

/** A value in a few characters, for an error; never of a text that could be a secret. */
export function describe(value: unknown): string {
  if (typeof value === "string") return value === "" ? "an empty string" : "a string";
  if (typeof value === "function") return "a function";
  if (Object(value) === value) return Array.isArray(value) ? "an array" : "an object";
  return String(value);
}

/** As `describe`, but a text that is certainly no secret is shown, in part. */
export const quote = (value: unknown): string =>
  typeof value === "string" && value !== "" ? oneLine(JSON.stringify(value), 60) : describe(value);

/** The error for an option or an argument, whose name begins the message. */
export const unusable = (argument: string, problem: string): InvalidArgumentError =>
  new InvalidArgumentError(`${argument} ${problem}`, { argument });

/**
 * Refuses an option or an argument.
 *
 * @throws InvalidArgumentError that names it, what it must be, and what it is.
 */
export function check(
  valid: unknown,
  argument: string,
  must: string,
  value: unknown,
  show = describe,
): asserts valid {
  if (!valid) throw unusable(argument, `${must}; it is ${show(value)}`);
}

/**
 * Refuses options that nobody reads: most are misspelled.
 *
 * @throws InvalidArgumentError that names the first one, and those that there are.
 */
export function checkNames(options: object, known: object, of: string): void {
  check(Object(options) === options, "options", "must be an object", options);
  for (const [name, value] of Object.entries(options))
    if (value !== undefined && !Object.keys(known).includes(name))
      throw new InvalidArgumentError(
        `${name.slice(0, 40)} is not an option of ${of}; the options are ${Object.keys(known).join(", ")}`,
        { argument: name },
      );
}

/** What an optional argument of each kind must be. */
const kinds = {
  /** A limit; `Infinity` stands for none. */
  duration: ["must be a number above 0, of milliseconds", (value: number) => value > 0],
  /** A pause. */
  pause: ["must be a number of milliseconds, 0 or more", (value: number) => value >= 0],
  count: [
    "must be a whole number above 0",
    (value: number) => value >= 1 && (Number.isInteger(value) || value === Infinity),
  ],
} as const;

/** The number of that name, or the default when there is none. */
export function checkNumber<Name extends string>(
  options: Readonly<Partial<Record<Name, unknown>>>,
  name: Name,
  kind: keyof typeof kinds,
  byDefault: number,
): number {
  const value = options[name];
  if (value === undefined) return byDefault;
  const [must, holds] = kinds[kind];
  check(typeof value === "number" && holds(value), name, must, value);
  return value;
}

/** The function of that name, or the default when there is none. */
export function checkFunction<Options, Name extends string & keyof Options, Default>(
  options: Options,
  name: Name,
  byDefault: Default,
): NonNullable<Options[Name]> | Default {
  const value = options[name];
  check(value === undefined || typeof value === "function", name, "must be a function", value);
  return value ?? byDefault;
}

/** Something in the form of an `AbortSignal`, or undefined. */
export function checkSignal(value: AbortSignal | null | undefined): AbortSignal | undefined {
  if (value === undefined || value === null) return undefined;
  check(
    typeof value.addEventListener === "function" && typeof value.aborted === "boolean",
    "signal",
    "must be an AbortSignal",
    value,
  );
  return value;
}

/** Nothing, a step in a path, slashes, control characters, halves of surrogate pairs: none can be part of an ID. */
const notAnId = /^\.{0,2}$|^\s|\s$|[/\\\p{Cc}\p{Cs}]/u;

/** What a template makes of a value that is not there. */
const missing = ["undefined", "null", "NaN", "[object Object]"];

/**
 * The ID, when it can be a part of a path; whatever else it holds is for the path to encode.
 *
 * @throws InvalidArgumentError for anything that would change the path.
 */
export function checkId(id: unknown, argument: string): string {
  check(
    typeof id === "string" && !notAnId.test(id) && !missing.includes(id),
    argument,
    "must be an ID without slashes and control characters, not empty, blank or a dot segment",
    id,
    quote,
  );
  return id;
}

/** A header that `fetch` sets itself, or that would go to the service although it is for a proxy. */
const ofFetch =
  /^(host|connection|content-length|expect|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/i;

/** The headers of signed requests. */
const ofCredentials = /^(authorization|x-(auth-token|project-id|sdk-date|security-token))$/i;

/**
 * Headers of the caller's own, by name; an undefined or null value takes one away.
 *
 * @param reserved Says which headers the client itself sets to authorize the request.
 * @throws InvalidArgumentError that names the header and not its value.
 */
export function checkHeaders(
  headers: unknown,
  argument: string,
  reserved: "token" | "credentials" | "none",
): Record<string, string | null> {
  if (headers === undefined || headers === null) return {};
  check(typeof headers === "object", argument, "must be an object or Headers", headers);
  const iterable = (headers as Partial<Iterable<[string, unknown]>>)[Symbol.iterator];
  const entries = iterable
    ? [...(headers as Iterable<[string, unknown]>)]
    : Object.entries(headers);
  const checked: Record<string, string | null> = {};
  for (const [name, value] of entries) {
    const place = `${argument}[${JSON.stringify(name.slice(0, 60))}]`;
    check(/^[\w!#$%&'*+.^`|~-]+$/.test(name), place, "must have the name of a header", value);
    check(!ofFetch.test(name), place, "is set by fetch; leave it out", value);
    check(
      !(reserved === "token" && /^x-auth-token$/i.test(name)) &&
        !(reserved === "credentials" && ofCredentials.test(name)),
      place,
      `is set from ${reserved}; leave it out`,
      value,
    );
    if (value === undefined || value === null) {
      checked[name] = null;
      continue;
    }
    const text: unknown = Array.isArray(value) ? value.join(", ") : value;
    check(
      ["string", "number", "boolean"].includes(typeof text) && isHeaderText(text as string),
      place,
      "must be one line of Latin characters",
      value,
    );
    checked[name] = text as string;
  }
  return checked;
}

/** Tabs, and characters from space to ÿ without the control characters between. */
const isHeaderText = (text: string): boolean => /^[\t\x20-\x7e\xa0-\xff]*$/.test(text);
