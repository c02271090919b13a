// What a schema expects of a body without demanding it: its `x-expectations`. A body that differs is valid, and is
// reported as drift, by the client's validator (compiled from the same rules) and by verify (which calls this file).
import { isObject, type Json, type JsonObject } from "./json.js";
import { appendToken, escapeToken } from "./pointer.js";
import { follow } from "./references.js";

interface Stated {
  /** Name of the rule, in kebab-case. */
  id: string;
  /** The rule as one sentence: what is reported, word for word. */
  says: string;
  /** The property that the rule is about. */
  property: string;
}

/** One rule, with exactly one form. */
export type Expectation = Stated &
  (
    | {
        form: "onlyWith";
        /** The property has a value only beside this value of another property. */
        other: { property: string; value: string | number | boolean };
      }
    /** A text that begins with a date, whose day exists in its month. */
    | { form: "calendarDate" }
    | {
        form: "matches";
        /** Regular expression that has a match in the text. */
        pattern: string;
      }
    | {
        form: "uniqueBy";
        /** No two items of the list agree in all of these properties; an absent one agrees with an absent one. */
        fields: readonly string[];
      }
  );

/** One place where a body differs from a rule. */
export interface UnmetExpectation {
  expectation: Expectation;
  /** JSON Pointer below the object that the rules belong to. */
  pointer: string;
  value: Json;
}

/**
 * The expectations that a schema states, in its order; none for most schemas. A reference is followed.
 *
 * @throws Error that names the rule when one cannot be read, so that no rule is silently ignored.
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
    return fail("needs the texts `id`, `says` and `property`.");
  const known = isObject(schema["properties"]) ? schema["properties"] : {};
  if (!Object.hasOwn(known, property)) return fail(`the schema has no property \`${property}\`.`);
  const [form, ...more] = Object.keys(rest);
  if (form === undefined || more.length > 0)
    return fail("needs exactly one of `onlyWith`, `calendarDate`, `matches` and `uniqueBy`.");
  const base = { id, says, property };
  const value = rest[form];
  switch (form) {
    case "onlyWith": {
      const other = isObject(value) ? value : {};
      if (typeof other["property"] !== "string" || !Object.hasOwn(known, other["property"]))
        return fail("`onlyWith.property` names no property of the schema.");
      const wanted = other["value"];
      if (!["string", "number", "boolean"].includes(typeof wanted))
        return fail("`onlyWith.value` is no text, number or boolean.");
      return {
        ...base,
        form,
        other: { property: other["property"], value: wanted as string | number | boolean },
      };
    }
    case "calendarDate":
      return value === true ? { ...base, form } : fail("`calendarDate` is not `true`.");
    case "matches":
      if (typeof value !== "string") return fail("`matches` is no regular expression.");
      new RegExp(value, "u");
      return { ...base, form, pattern: value };
    case "uniqueBy":
      if (!Array.isArray(value) || value.length === 0)
        return fail("`uniqueBy` is no list of properties.");
      return { ...base, form, fields: value.map(String) };
    default:
      return fail(`the form \`${form}\` is not known.`);
  }
}

/**
 * Where an object differs from the rules of its schema. An absent property, `null`, an empty text and an empty list
 * say nothing, so no rule looks at them; neither does it look at a value of another type than the rule is about.
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

/** Whether a value says anything: what is absent or empty does not. */
const says = (value: Json | undefined): value is Json =>
  value !== undefined &&
  value !== null &&
  value !== "" &&
  !(Array.isArray(value) && value.length === 0);

/** Whether the date at the start of a text exists; true for a text that starts with none. */
export function isInCalendar(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  if (day === undefined) return true;
  const date = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for those of the twentieth century.
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCDate() === Number(day);
}

/** The items that agree with an earlier one. */
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
 * Appends each rule to the description of its property, so that a reader of any tool finds it there. Returns a copy
 * of the document.
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
