import { allTypes } from "./json-types.js";
import type { Shape } from "./shape.js";

/** What a shape demands beyond the types of a value. */
export type Demand = "nothing" | "values" | "more";

/** Whether a shape is nothing but types, nothing but a list of values, or more than that. */
export function demandOf(shape: Shape): Demand {
  const more =
    shape.lower ??
    shape.upper ??
    shape.uniqueItems ??
    shape.discriminator ??
    shape.default ??
    shape.readOnly ??
    shape.writeOnly ??
    shape.deprecated ??
    shape.xml;
  const filled = [
    shape.counts,
    shape.texts,
    shape.properties,
    shape.required,
    shape.patternProperties,
    shape.dependentRequired,
    shape.dependentSchemas,
  ].some((map) => map.size > 0);
  const listed = [
    shape.additional,
    shape.propertyNames,
    shape.items,
    shape.unevaluatedItems,
    shape.prefixItems,
    shape.contains,
    shape.not,
    shape.conditions,
    shape.unions,
  ].some((list) => list.length > 0);
  if (more !== undefined || filled || listed) return "more";
  return shape.values === undefined ? "nothing" : "values";
}

/** Whether a shape allows every value there is. */
export function allowsEverything(shape: Shape): boolean {
  return shape.types.size === allTypes.length && demandOf(shape) === "nothing";
}
