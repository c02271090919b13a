import type { Site } from "../load/site.js";
import type { JsonType } from "./json-types.js";

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
  types: Set<JsonType>;
  /** Allowed values by their canonical text; undefined when any value of the types is allowed. */
  values: Map<string, Written<unknown>> | undefined;
  /** Values that an open enum names without being limited to them. */
  documented: Map<string, Written<unknown>>;
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
