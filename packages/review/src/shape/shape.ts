import type { Site } from "../load/site.js";
import { allTypes, type JsonType } from "./keywords.js";

/** A value and its place. */
export interface Written<T> {
  readonly value: T;
  readonly site: Site;
}

/** The lower or upper limit of a range. */
export interface Bound {
  readonly limit: number;
  readonly exclusive: boolean;
}

/** `anyOf` or `oneOf`. */
export interface Union {
  readonly kind: "anyOf" | "oneOf";
  readonly site: Site;
  readonly branches: readonly Site[];
  /** Whether `null` is allowed in addition to the branches. */
  readonly orNull: boolean;
}

export interface Contains {
  readonly site: Site;
  readonly min: number;
  readonly max: number;
}

/**
 * The meaning of a schema, independent of its notation. References are resolved, `allOf` is merged, OpenAPI 3.0 is
 * converted to 3.1, and constraints that apply to none of the allowed types are removed.
 *
 * A list of sites is a conjunction: values must be valid against the schema at each site.
 */
export interface Shape {
  readonly site: Site;
  /** The schema objects that were merged into the shape. */
  readonly parts: Site[];
  types: Set<JsonType>;
  /** The allowed values by their canonical text. Undefined if all values of the types are allowed. */
  values: Map<string, Written<unknown>> | undefined;
  /** The documented values of an open enum. */
  documented: Map<string, Written<unknown>>;
  /** The values of `x-extensible-enum`. More values may be added. */
  extensible: Map<string, Written<unknown>> | undefined;
  lower: Written<Bound> | undefined;
  upper: Written<Bound> | undefined;
  /** The strictest values of keywords such as `minLength` and `maxItems`. */
  counts: Map<string, Written<number>>;
  /** The values of keywords such as `pattern` and `format`. All of them apply. */
  texts: Map<string, Written<unknown>[]>;
  uniqueItems: Written<boolean> | undefined;
  properties: Map<string, Site[]>;
  required: Map<string, Site>;
  /** The schemas of `additionalProperties` and `unevaluatedProperties`. */
  additional: Site[];
  patternProperties: Map<string, Site[]>;
  propertyNames: Site[];
  items: Site[];
  unevaluatedItems: Site[];
  prefixItems: Site[][];
  contains: Contains[];
  dependentRequired: Map<string, Map<string, Site>>;
  dependentSchemas: Map<string, Site[]>;
  not: Site[];
  conditions: Site[];
  unions: Union[];
  discriminator: Site | undefined;
  readOnly: Site | undefined;
  writeOnly: Site | undefined;
  deprecated: Site | undefined;
  default: Written<unknown> | undefined;
  xml: Site | undefined;
  /** Texts, examples, extensions, and constraints that have no effect. */
  words: Map<string, Written<unknown>[]>;
}

/** Creates a shape that allows everything. */
export function emptyShape(site: Site): Shape {
  return {
    site,
    parts: [],
    types: new Set(allTypes),
    values: undefined,
    documented: new Map(),
    extensible: undefined,
    lower: undefined,
    upper: undefined,
    counts: new Map(),
    texts: new Map(),
    uniqueItems: undefined,
    properties: new Map(),
    required: new Map(),
    additional: [],
    patternProperties: new Map(),
    propertyNames: [],
    items: [],
    unevaluatedItems: [],
    prefixItems: [],
    contains: [],
    dependentRequired: new Map(),
    dependentSchemas: new Map(),
    not: [],
    conditions: [],
    unions: [],
    discriminator: undefined,
    readOnly: undefined,
    writeOnly: undefined,
    deprecated: undefined,
    default: undefined,
    xml: undefined,
    words: new Map(),
  };
}

/** The kind of constraints that a shape has in addition to types. */
export type Demand = "nothing" | "values" | "more";

/** Whether a shape has only types, only a list of values, or other constraints. */
export function demandOf(shape: Shape): Demand {
  const more =
    shape.lower ??
    shape.upper ??
    shape.uniqueItems ??
    shape.extensible ??
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

/** Whether a shape allows all values. */
export function allowsEverything(shape: Shape): boolean {
  return shape.types.size === allTypes.length && demandOf(shape) === "nothing";
}
