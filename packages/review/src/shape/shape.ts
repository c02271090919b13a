import type { Site } from "../load/site.js";
import { allTypes, type JsonType } from "./keywords.js";

/** A value, and where it is written. */
export interface Written<T> {
  readonly value: T;
  readonly site: Site;
}

/** One end of a range of numbers. */
export interface Bound {
  readonly limit: number;
  readonly exclusive: boolean;
}

/** `anyOf` or `oneOf`; each branch is a conjunction of schemas. */
export interface Union {
  readonly kind: "anyOf" | "oneOf";
  readonly site: Site;
  readonly branches: readonly Site[];
  /** `null` is allowed beside the branches. */
  readonly orNull: boolean;
}

export interface Contains {
  readonly site: Site;
  readonly min: number;
  readonly max: number;
}

/**
 * What a schema means, apart from how it is written: references followed, `allOf` merged, the spellings
 * of OpenAPI 3.0 and 3.1 made one, constraints that cannot apply to any allowed type left out.
 *
 * A list of sites is a conjunction: a value must satisfy the schema at each of them.
 */
export interface Shape {
  readonly site: Site;
  /** Every schema object that the shape is made of. */
  readonly parts: Site[];
  types: Set<JsonType>;
  /** Allowed values by their canonical text; undefined when any value of the types is allowed. */
  values: Map<string, Written<unknown>> | undefined;
  /** Values that an open enum names without being limited to them. */
  documented: Map<string, Written<unknown>>;
  /** Values of `x-extensible-enum`: what senders may use today, and readers must not rely on to be all. */
  extensible: Map<string, Written<unknown>> | undefined;
  lower: Written<Bound> | undefined;
  upper: Written<Bound> | undefined;
  /** `minLength`, `maxItems` and so on: the number that counts. */
  counts: Map<string, Written<number>>;
  /** `pattern`, `format`, `multipleOf`, `contentEncoding` …: each must hold. */
  texts: Map<string, Written<unknown>[]>;
  uniqueItems: Written<boolean> | undefined;
  properties: Map<string, Site[]>;
  required: Map<string, Site>;
  /** Schemas of `additionalProperties` and of `unevaluatedProperties`. */
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
  /** Everything else: words for people, examples, extensions, and constraints without effect. */
  words: Map<string, Written<unknown>[]>;
}

/** A shape that allows everything. */
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

/** What a shape demands beyond the types of a value. */
export type Demand = "nothing" | "values" | "more";

/** Whether a shape is nothing but types, nothing but a list of values, or more than that. */
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

/** Whether a shape allows every value there is. */
export function allowsEverything(shape: Shape): boolean {
  return shape.types.size === allTypes.length && demandOf(shape) === "nothing";
}
