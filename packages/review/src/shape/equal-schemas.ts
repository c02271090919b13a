import { isDeepStrictEqual } from "node:util";

import { isObject, type Site } from "../load/site.js";
import { typesOf } from "./keywords.js";

/**
 * Whether two schemas are identical and contain no references or discriminators, whose targets could differ between the
 * two schemas. A comparison of two schemas that meet these conditions finds no differences. Returns false if a nested
 * schema is malformed, so that the comparison reports the problem.
 */
export function areEqualSchemas(one: Site, other: Site): boolean {
  return one.description.version === other.description.version && areEqual(one.value, other.value);
}

const leading = new Set(["$ref", "$dynamicRef", "discriminator"]);
const singles = new Set([
  ...["items", "unevaluatedItems", "contains", "not", "if", "then", "else", "propertyNames"],
  ...["additionalProperties", "unevaluatedProperties", "contentSchema"],
]);
const lists = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const maps = new Set(["properties", "patternProperties", "dependentSchemas"]);

function areEqual(one: unknown, other: unknown): boolean {
  if (typeof one === "boolean") return one === other;
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  if (typesOf(one["type"]).size === 0) return false;
  return keys.every((key) => {
    if (leading.has(key) || !Object.hasOwn(other, key)) return false;
    const [was, is] = [one[key], other[key]];
    if (singles.has(key)) return areEqual(was, is);
    if (lists.has(key)) return Array.isArray(was) && haveEqualEntries(was, is);
    if (maps.has(key)) return isObject(was) && haveEqualEntries(was, is);
    if (isObject(was) && Object.hasOwn(was, "$ref")) return false;
    return was === is || isDeepStrictEqual(was, is);
  });
}

function haveEqualEntries(was: object, is: unknown): boolean {
  if (typeof is !== "object" || is === null || Array.isArray(was) !== Array.isArray(is))
    return false;
  const keys = Object.keys(was);
  return (
    keys.length === Object.keys(is).length &&
    keys.every((key) =>
      areEqual((was as Record<string, unknown>)[key], (is as Record<string, unknown>)[key]),
    )
  );
}
