import { oneLine } from "./clean-text.js";
import { InvalidArgumentError } from "./errors.js";

/** Describes a value for an error message. Does not show the content of strings, because strings can be secret. */
export function describe(value: unknown): string {
  if (typeof value === "string") return value === "" ? "an empty string" : "a string";
  if (typeof value === "function") return "a function";
  if (Object(value) === value) return Array.isArray(value) ? "an array" : "an object";
  return String(value);
}

/** Like `describe`, but shows the start of a string. Don't use this function for secrets. */
export const quote = (value: unknown): string =>
  typeof value === "string" && value !== "" ? oneLine(JSON.stringify(value), 60) : describe(value);

export const unusable = (argument: string, problem: string): InvalidArgumentError =>
  new InvalidArgumentError(`${argument} ${problem}`, { argument });

/**
 * Asserts that an option or argument is valid.
 *
 * @throws InvalidArgumentError if the value is invalid. The error message contains the argument name, the requirement,
 *   and a description of the value.
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
 * Rejects unknown options, which are usually misspelled.
 *
 * @throws InvalidArgumentError if an option is unknown. The error message contains the unknown name and the valid
 *   names.
 */
export function checkNames(options: object, known: object, of: string): void {
  check(Object(options) === options, "options", "must be an object", options);
  for (const [name, value] of Object.entries(options))
    if (value !== undefined && !Object.keys(known).includes(name))
      throw new InvalidArgumentError(
        `${name.slice(0, 40)} is not an option of ${of}; use ${Object.keys(known).join(", ")}`,
        { argument: name },
      );
}

const kinds = {
  /** `Infinity` means no limit. */
  duration: ["must be a positive number of milliseconds", (value: number) => value > 0],
  pause: ["must be 0 or a positive number of milliseconds", (value: number) => value >= 0],
  count: [
    "must be a positive integer",
    (value: number) => value >= 1 && (Number.isInteger(value) || value === Infinity),
  ],
} as const;

/** Validates a numeric option, and returns its value or the default. */
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

/** Checks that an option is a function, and returns the function. If the option is absent, returns the default. */
export function checkFunction<Options, Name extends string & keyof Options, Default>(
  options: Options,
  name: Name,
  byDefault: Default,
): NonNullable<Options[Name]> | Default {
  const value = options[name];
  check(value === undefined || typeof value === "function", name, "must be a function", value);
  return value ?? byDefault;
}

/** Accepts anything that behaves like an `AbortSignal`, such as a polyfill. */
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

/** Matches empty strings, dot segments, and strings with slashes, control characters, or surrounding white space. */
const notAnId = /^\.{0,2}$|^\s|\s$|[/\\\p{Cc}\p{Cs}]/u;

/** Strings such as `undefined`, which a template literal produces for a missing value. */
const missing = ["undefined", "null", "NaN", "[object Object]"];

/**
 * Validates an ID before it is inserted into a path.
 *
 * @throws InvalidArgumentError if the ID is empty or would change the structure of the path.
 */
export function checkId(id: unknown, argument: string): string {
  check(
    typeof id === "string" && !notAnId.test(id) && !missing.includes(id),
    argument,
    "must be a non-empty ID without slashes, control characters, surrounding spaces, or dot segments",
    id,
    quote,
  );
  return id;
}

/** Headers that only `fetch` or a proxy may set. */
const ofFetch =
  /^(host|connection|content-length|expect|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/i;

/** Headers that only a `credentials` function may set. */
const ofCredentials = /^(authorization|x-(auth-token|project-id|sdk-date|security-token))$/i;

/**
 * Validates custom headers. The value `undefined` or `null` removes a header.
 *
 * @param reserved The option that provides the credentials. This option determines which headers are reserved.
 * @throws InvalidArgumentError if a header is invalid. The error message contains the header's name, but not the
 *   header's value.
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
    check(/^[\w!#$%&'*+.^`|~-]+$/.test(name), place, "is not a valid header name", value);
    check(!ofFetch.test(name), place, "cannot be set; remove it", value);
    check(
      !(reserved === "token" && /^x-auth-token$/i.test(name)) &&
        !(reserved === "credentials" && ofCredentials.test(name)),
      place,
      `is set by the option ${reserved}; remove it`,
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
      "must be a single line of Latin-1 characters",
      value,
    );
    checked[name] = text as string;
  }
  return checked;
}

const isHeaderText = (text: string): boolean => /^[\t\x20-\x7e\xa0-\xff]*$/.test(text);
