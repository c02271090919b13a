// Reads and checks the `x-expectations` in a schema. A body that does not meet the expectations is still valid, but the
// client's validator and `@vpcep/verify` report each unmet expectation as drift.
import { isObject, type Json, type JsonObject } from "./json.js";
import { appendToken, escapeToken } from "./pointer.js";
import { follow } from "./references.js";

interface Stated {
  /** Rule name in kebab-case. */
  id: string;
  /** A sentence that states the rule; also used as the message of a finding. */
  says: string;
  /** The property that the rule applies to. */
  property: string;
}

/** One rule. */
export type Expectation = Stated &
  (
    | {
        form: "onlyWith";
        /** The property may occur only if the other property has the given value. */
        other: { property: string; value: string | number | boolean };
      }
    /** If a string begins with a date, the date must exist in the calendar. */
    | { form: "calendarDate" }
    | {
        form: "matches";
        /** Regular expression that the string must match. */
        pattern: string;
      }
    | {
        form: "uniqueBy";
        /** No two items may have the same values for these properties. */
        fields: readonly string[];
      }
  );

/** A location where a body does not meet an expectation. */
export interface UnmetExpectation {
  expectation: Expectation;
  /** JSON Pointer, relative to the object that the rules apply to. */
  pointer: string;
  value: Json;
}

/**
 * Returns the expectations for a schema. If the schema is a reference, this function resolves the reference first.
 *
 * @throws Error if a rule is invalid; the message contains the rule name.
 */
export function expectationsOf(document: unknown, given: unknown): Expectation[] {
  const schema: unknown = follow(document, given);
  const stated = isObject(schema) ? schema["x-expectations"] : undefined;
  if (stated === undefined) return [];
  if (!Array.isArray(stated)) throw new Error("x-expectations is not a list of rules.");
  return stated.map((rule, index) => read(rule, index, isObject(schema) ? schema : {}));
}

function read(rule: Json, index: number, schema: JsonObject): Expectation {
  const name = isObject(rule) && typeof rule["id"] === "string" ? rule["id"] : `rule ${index}`;
  const fail = (reason: string): never => {
    throw new Error(`x-expectations, ${name}: ${reason}`);
  };
  if (!isObject(rule)) return fail("is not an object.");
  const { id, says, property, ...rest } = rule;
  if (typeof id !== "string" || typeof says !== "string" || typeof property !== "string")
    return fail("needs the strings `id`, `says`, and `property`.");
  const known = isObject(schema["properties"]) ? schema["properties"] : {};
  if (!Object.hasOwn(known, property)) return fail(`the schema has no property \`${property}\`.`);
  const [form, ...more] = Object.keys(rest);
  if (form === undefined || more.length > 0)
    return fail("needs exactly one of `onlyWith`, `calendarDate`, `matches`, and `uniqueBy`.");
  const base = { id, says, property };
  const value = rest[form];
  switch (form) {
    case "onlyWith": {
      const other = isObject(value) ? value : {};
      if (typeof other["property"] !== "string" || !Object.hasOwn(known, other["property"]))
        return fail("`onlyWith.property` is not a property of the schema.");
      const wanted = other["value"];
      if (!["string", "number", "boolean"].includes(typeof wanted))
        return fail("`onlyWith.value` is not a string, number, or boolean.");
      return {
        ...base,
        form,
        other: { property: other["property"], value: wanted as string | number | boolean },
      };
    }
    case "calendarDate":
      return value === true ? { ...base, form } : fail("`calendarDate` is not `true`.");
    case "matches":
      if (typeof value !== "string") return fail("`matches` is not a regular expression.");
      new RegExp(value, "u");
      return { ...base, form, pattern: value };
    case "uniqueBy":
      if (!Array.isArray(value) || value.length === 0)
        return fail("`uniqueBy` is not a list of properties.");
      return { ...base, form, fields: value.map(String) };
    default:
      return fail(`\`${form}\` is not supported.`);
  }
}

/**
 * Finds the locations where an object does not meet its expectations. Ignores absent properties, `null`, empty strings,
 * empty lists, and values whose type does not match the rule.
 */
export function unmetExpectations(
  expectations: readonly Expectation[],
  body: JsonObject,
): UnmetExpectation[] {
  return expectations.flatMap((expectation) => {
    const { property } = expectation;
    const value = body[property];
    const below = `/${escapeToken(property)}`;
    if (!says(value)) return [];
    const unmet = (isMet: boolean): UnmetExpectation[] =>
      isMet ? [] : [{ expectation, pointer: below, value }];
    switch (expectation.form) {
      case "onlyWith":
        return unmet(body[expectation.other.property] === expectation.other.value);
      case "calendarDate":
        return unmet(typeof value !== "string" || isInCalendar(value));
      case "matches":
        return unmet(typeof value !== "string" || new RegExp(expectation.pattern, "u").test(value));
      case "uniqueBy":
        return repeated(value, expectation.fields).map(({ item, index }) => ({
          expectation,
          pointer: appendToken(below, index),
          value: item,
        }));
    }
  });
}

/** Whether a value is present and not empty. */
const says = (value: Json | undefined): value is Json =>
  value !== undefined &&
  value !== null &&
  value !== "" &&
  !(Array.isArray(value) && value.length === 0);

/**
 * Whether the date at the start of a string is a valid calendar date. Returns true if the string does not start with a
 * date.
 */
export function isInCalendar(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  if (day === undefined) return true;
  const date = new Date(0);
  // Date.UTC interprets the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCDate() === Number(day);
}

/** Finds items that have the same values in the given fields as an earlier item. */
function repeated(list: Json, fields: readonly string[]): { item: Json; index: number }[] {
  if (!Array.isArray(list)) return [];
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    if (!isObject(item)) return [];
    const key = JSON.stringify(fields.map((field) => item[field] ?? null));
    if (seen.has(key)) return [{ item, index }];
    seen.add(key);
    return [];
  });
}

/**
 * Appends each rule to its property's description, for tools that do not support `x-expectations`. Returns a copy of
 * the document.
 */
export function foldExpectations<Document>(document: Document): Document {
  function copyOf(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(copyOf);
    if (!isObject(node)) return node;
    const copy = Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, copyOf(value)]),
    );
    if (!Array.isArray(node["x-expectations"])) return copy;
    const properties = copy["properties"] as Record<string, Record<string, unknown>>;
    const sentences = new Map<string, string[]>();
    for (const { property, says } of expectationsOf(document, node))
      sentences.set(property, [...(sentences.get(property) ?? []), says]);
    for (const [property, said] of sentences) {
      const target: { description?: unknown } = properties[property] ?? {};
      const text = typeof target.description === "string" ? [target.description.trim()] : [];
      target.description = [...text, said.join(" ")].join("\n\n");
    }
    return copy;
  }
  return copyOf(document) as Document;
}
