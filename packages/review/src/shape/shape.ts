import type { Site } from "../load/site.js";
import { canonical } from "../load/values.js";
import { allTypes, typeOf, type JsonType } from "./keywords.js";

/** A keyword's value. To save memory, the location is created only if a finding needs it. */
export class Written<T> {
  /** @param key the value's key in the owner; undefined if the owner itself is the location */
  constructor(
    readonly value: T,
    readonly owner: Site,
    readonly key?: string,
  ) {}

  get site(): Site {
    return this.key === undefined ? this.owner : this.owner.at(this.key);
  }

  /** Returns a copy that has another value but the same location. */
  as<Other>(value: Other): Written<Other> {
    return new Written(value, this.owner, this.key);
  }
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
 * that do not apply to any allowed type are removed.
 *
 * If a property is defined at several locations, its values must match all of these definitions.
 */
export class Shape {
  /** The schema objects merged into this shape. */
  readonly parts: Site[] = [];
  types: ReadonlySet<JsonType> = new Set(allTypes);
  /** Allowed values except `null`, keyed by canonical JSON; undefined if no enum restricts the values. */
  values: Map<string, Written<unknown>> | undefined;
  /** Values documented by an open enum. */
  readonly documented = new Map<string, Written<unknown>>();
  /** Values listed in `x-extensible-enum`. Clients may send these values, but responses can contain others. */
  extensible: Map<string, Written<unknown>> | undefined;
  lower: Written<Bound> | undefined;
  upper: Written<Bound> | undefined;
  /** The strictest value of each size keyword, such as `minLength` or `maxItems`. */
  readonly counts = new Map<string, Written<number>>();
  /**
   * The values of keywords such as `pattern`, `format`, and `multipleOf`. If a keyword has several values, all of them
   * apply.
   */
  readonly texts = new Map<string, Written<unknown>[]>();
  uniqueItems: Written<unknown> | undefined;
  readonly properties = new Map<string, Site[]>();
  readonly required = new Map<string, Written<unknown>>();
  /** Schemas from `additionalProperties` and `unevaluatedProperties`. */
  readonly additional: Site[] = [];
  readonly patternProperties = new Map<string, Site[]>();
  readonly propertyNames: Site[] = [];
  items: Site[] = [];
  readonly unevaluatedItems: Site[] = [];
  readonly prefixItems: Site[][] = [];
  readonly contains: Contains[] = [];
  /** Required property names, keyed by the property that requires them. */
  readonly dependentRequired = new Map<string, Map<string, Site>>();
  readonly dependentSchemas = new Map<string, Site[]>();
  readonly not: Site[] = [];
  readonly conditions: Site[] = [];
  unions: Union[] = [];
  discriminator: Site | undefined;
  readOnly: Site | undefined;
  writeOnly: Site | undefined;
  deprecated: Site | undefined;
  default: Written<unknown> | undefined;
  xml: Site | undefined;
  /** All other keywords: documentation text, examples, extensions, and constraints that have no effect. */
  readonly words = new Map<string, Written<unknown>[]>();

  /** Creates a shape that allows every value. */
  constructor(readonly site: Site) {}
}

/** Restricts the allowed types. */
export function limitTypes(shape: Shape, types: ReadonlySet<JsonType>): void {
  shape.types = new Set([...shape.types].filter((type) => types.has(type)));
}

/** Restricts the allowed values to those in a list, and the allowed types to the types of these values. */
export function limitValues(shape: Shape, values: Iterable<Written<unknown>>): void {
  const known = shape.values;
  shape.values = new Map();
  const types = new Set<JsonType>();
  for (const written of values) {
    const [key, type] = [canonical(written.value), typeOf(written.value)];
    if (!shape.types.has(type)) continue;
    if (type !== "null") {
      if (known !== undefined && !known.has(key)) continue;
      shape.values.set(key, known?.get(key) ?? written);
    }
    types.add(type);
  }
  shape.types = types;
}

// Fields that `demandOf` skips, because they restrict nothing or restrict only the types or the list of values.
const undemanding: (keyof Shape)[] = ["site", "parts", "types", "values", "documented", "words"];

/** Returns what a shape restricts in addition to its types: nothing, only the allowed values, or more. */
export function demandOf(
  shape: Shape,
  ...ignored: readonly (keyof Shape)[]
): "nothing" | "values" | "more" {
  for (const [field, value] of Object.entries(shape) as [keyof Shape, unknown][]) {
    if (undemanding.includes(field) || ignored.includes(field) || value === undefined) continue;
    if (value instanceof Map ? value.size > 0 : !Array.isArray(value) || value.length > 0)
      return "more";
  }
  return shape.values === undefined ? "nothing" : "values";
}

/** Whether a shape allows every value. */
export function allowsEverything(shape: Shape): boolean {
  return shape.types.size === allTypes.length && demandOf(shape) === "nothing";
}
