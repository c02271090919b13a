import type { Site } from "../load/site.js";
import { allTypes, type JsonType } from "./keywords.js";

/** A value and its location. */
export interface Written<T> {
  readonly value: T;
  readonly site: Site;
}

/** The lower or upper bound of a number. */
export interface Bound {
  readonly limit: number;
  readonly exclusive: boolean;
}

/** An `anyOf` or `oneOf` keyword. */
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
 * A normalized schema: references are followed, `allOf` is merged, OpenAPI 3.0 is converted to 3.1, and constraints
 * that apply to no allowed type are removed.
 *
 * If a property is defined at several locations, its values must match all of these definitions.
 */
export interface Shape {
  readonly site: Site;
  /** The schema objects merged into this shape. */
  readonly parts: Site[];
  types: Set<JsonType>;
  /** Allowed values by canonical JSON; undefined if no enum restricts the values. */
  values: Map<string, Written<unknown>> | undefined;
  /** Values documented by an open enum. */
  documented: Map<string, Written<unknown>>;
  /** Values listed in `x-extensible-enum`. Clients may send these values, but responses can contain others. */
  extensible: Map<string, Written<unknown>> | undefined;
  lower: Written<Bound> | undefined;
  upper: Written<Bound> | undefined;
  /** Strictest values for `minLength`, `maxItems`, and so on, by keyword. */
  counts: Map<string, Written<number>>;
  /**
   * Values for `pattern`, `format`, `multipleOf`, `contentEncoding`, and so on. If a keyword has several values, each
   * one applies.
   */
  texts: Map<string, Written<unknown>[]>;
  uniqueItems: Written<boolean> | undefined;
  properties: Map<string, Site[]>;
  required: Map<string, Site>;
  /** Schemas from `additionalProperties` and `unevaluatedProperties`. */
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
  /** All other keywords: documentation text, examples, extensions, and constraints that have no effect. */
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

/** What a shape restricts in addition to the types that it allows. */
export type Demand = "nothing" | "values" | "more";

/** Returns what a shape restricts in addition to its types: nothing, only the allowed values, or more. */
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

/** Whether a shape allows every value. */
export function allowsEverything(shape: Shape): boolean {
  return shape.types.size === allTypes.length && demandOf(shape) === "nothing";
}
