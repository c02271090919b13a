import { isDeepStrictEqual } from "node:util";

import { canonical } from "../load/canonical.js";
import { type Site, isObject } from "../load/site.js";
import { ReviewError } from "../review-error.js";
import { counts, texts, understood } from "./facets.js";
import { allTypes, typeOf, typesOf, type JsonType } from "./json-types.js";
import { schemaParts, type Part } from "./schema-parts.js";
import type { Bound, Shape, Written } from "./shape.js";

/** Merges the schema objects of a conjunction into one shape; unions stay as they are written. */
export function buildShape(sites: readonly Site[]): Shape {
  const [first] = sites;
  if (first === undefined) throw new RangeError("A shape needs at least one schema.");
  const shape = emptyShape(first.target);
  const parts = schemaParts(sites);
  for (const part of parts) addTypes(shape, part);
  for (const part of parts) addKeywords(shape, part);
  sharpenRange(shape);
  return shape;
}

export function emptyShape(site: Site): Shape {
  return {
    site,
    types: new Set(allTypes),
    values: undefined,
    documented: new Map(),
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

/** Narrows the allowed values to those of a list, and the types to theirs. */
export function limitValues(shape: Shape, values: Iterable<Written<unknown>>): void {
  const allowed = new Map<string, Written<unknown>>();
  for (const written of values) {
    const key = canonical(written.value);
    if (!shape.types.has(typeOf(written.value))) continue;
    if (shape.values === undefined || shape.values.has(key)) allowed.set(key, written);
  }
  shape.values = allowed;
  shape.types = new Set([...allowed.values()].map(({ value }) => typeOf(value)));
}

export function addWords(shape: Shape, key: string, written: Written<unknown>): void {
  shape.words.set(key, [...(shape.words.get(key) ?? []), written]);
}

function addTypes(shape: Shape, part: Part): void {
  const { keywords, orNull } = part;
  const types = typesOf(keywords["type"]);
  if (types.size === 0 && !isDeepStrictEqual(keywords["type"], [])) {
    const { file, line, description } = part.site;
    throw new ReviewError(
      `${file}:${line} (${description.source.label}): ${JSON.stringify(keywords["type"])} is no type of JSON Schema.`,
    );
  }
  if (orNull) types.add("null");
  shape.types = new Set([...shape.types].filter((type) => types.has(type)));
  if (keywords["multipleOf"] === 1) shape.types.delete("fraction");
}

function addKeywords(shape: Shape, part: Part): void {
  for (const [key, value] of Object.entries(part.keywords)) {
    const applies = Object.hasOwn(understood, key) ? understood[key] : null;
    const site = part.site.has(key) ? part.site.child(key) : part.site;
    if (
      applies === null ||
      (applies !== undefined && !applies.some((type) => shape.types.has(type)))
    )
      addWords(shape, key, { value, site });
    else addKeyword(shape, key, value, site, part);
  }
}

function addKeyword(shape: Shape, key: string, value: unknown, site: Site, part: Part): void {
  const orNull: Written<unknown>[] = part.orNull ? [{ value: null, site }] : [];
  if (key in counts && typeof value === "number") {
    addCount(shape, key as keyof typeof counts, { value, site });
    return;
  }
  if (key in texts) {
    if (key === "multipleOf" && value === 1) return;
    const known = shape.texts.get(key) ?? [];
    if (!known.some((one) => canonical(one.value) === canonical(value)))
      shape.texts.set(key, [...known, { value, site }]);
    return;
  }
  switch (key) {
    case "const":
      limitValues(shape, [{ value, site }, ...orNull]);
      break;
    case "enum":
      // Positions are those of the list as written; a null that 3.0 spells `nullable` comes last.
      limitValues(
        shape,
        (Array.isArray(value) ? (value as unknown[]) : [])
          .map((one, index): Written<unknown> => ({ value: one, site: site.child(String(index)) }))
          .concat(orNull),
      );
      break;
    case "minimum":
    case "exclusiveMinimum":
      if (typeof value === "number")
        shape.lower = tighter(shape.lower, { value: bound(value, key), site }, 1);
      break;
    case "maximum":
    case "exclusiveMaximum":
      if (typeof value === "number")
        shape.upper = tighter(shape.upper, { value: bound(value, key), site }, -1);
      break;
    case "uniqueItems":
      if (value === true) shape.uniqueItems = { value, site };
      break;
    case "properties":
      for (const name of Object.keys(site.object)) join(shape.properties, name, site.child(name));
      break;
    case "patternProperties":
      for (const name of Object.keys(site.object))
        join(shape.patternProperties, name, site.child(name));
      break;
    case "dependentSchemas":
      for (const name of Object.keys(site.object))
        join(shape.dependentSchemas, name, site.child(name));
      break;
    case "dependentRequired":
      for (const name of Object.keys(site.object)) {
        const needed = shape.dependentRequired.get(name) ?? new Map<string, Site>();
        site.child(name).list.forEach((one, index) => {
          needed.set(String(one), site.child(name).child(String(index)));
        });
        if (needed.size > 0) shape.dependentRequired.set(name, needed);
      }
      break;
    case "required":
      site.list.forEach((name, index) =>
        shape.required.set(String(name), site.child(String(index))),
      );
      break;
    case "additionalProperties":
    case "unevaluatedProperties":
      if (!saysNothing(value)) shape.additional.push(site);
      break;
    case "propertyNames":
      if (!saysNothing(value)) shape.propertyNames.push(site);
      break;
    case "items":
      if (!saysNothing(value)) shape.items.push(site);
      break;
    case "unevaluatedItems":
      if (!saysNothing(value)) shape.unevaluatedItems.push(site);
      break;
    case "prefixItems":
      site.list.forEach((_, index) => {
        shape.prefixItems[index] = [...(shape.prefixItems[index] ?? []), site.child(String(index))];
      });
      break;
    case "contains": {
      const { minContains, maxContains } = part.keywords;
      shape.contains.push({
        site,
        min: typeof minContains === "number" ? minContains : 1,
        max: typeof maxContains === "number" ? maxContains : Infinity,
      });
      break;
    }
    case "not":
      shape.not.push(site);
      break;
    case "if":
      shape.conditions.push(part.site);
      break;
    case "anyOf":
    case "oneOf":
      shape.unions.push({
        kind: key,
        site,
        branches: site.list.map((_, index) => site.child(String(index))),
      });
      break;
    case "discriminator":
      shape.discriminator ??= site;
      break;
    case "xml":
      shape.xml ??= site;
      break;
    case "readOnly":
    case "writeOnly":
    case "deprecated":
      if (value === true) shape[key] = site;
      break;
    case "default":
      shape.default ??= { value, site };
      break;
    default:
      // then, else, minContains, maxContains: seen with the keyword that they belong to.
      break;
  }
}

/** `true` and `{}` allow everything, as if the keyword were absent. */
function saysNothing(value: unknown): boolean {
  return value === true || (isObject(value) && Object.keys(value).length === 0);
}

function bound(limit: number, key: string): Bound {
  return { limit, exclusive: key.startsWith("exclusive") };
}

function tighter(
  known: Written<Bound> | undefined,
  next: Written<Bound>,
  sign: 1 | -1,
): Written<Bound> {
  if (known === undefined) return next;
  const gap = (next.value.limit - known.value.limit) * sign;
  return gap > 0 || (gap === 0 && next.value.exclusive) ? next : known;
}

function addCount(shape: Shape, key: keyof typeof counts, next: Written<number>): void {
  const { neutral, end } = counts[key];
  if (next.value === neutral) return;
  const known = shape.counts.get(key);
  const isTighter =
    known === undefined || (end === "lower" ? next.value > known.value : next.value < known.value);
  if (isTighter) shape.counts.set(key, next);
}

/** For whole numbers, `> 0` is `>= 1`. */
function sharpenRange(shape: Shape): void {
  if (shape.types.has("fraction") || !shape.types.has("integer" satisfies JsonType)) return;
  const { lower, upper } = shape;
  if (lower !== undefined) {
    const { limit, exclusive } = lower.value;
    shape.lower = {
      ...lower,
      value: { limit: exclusive ? Math.floor(limit) + 1 : Math.ceil(limit), exclusive: false },
    };
  }
  if (upper !== undefined) {
    const { limit, exclusive } = upper.value;
    shape.upper = {
      ...upper,
      value: { limit: exclusive ? Math.ceil(limit) - 1 : Math.floor(limit), exclusive: false },
    };
  }
}

function join(map: Map<string, Site[]>, name: string, site: Site): void {
  map.set(name, [...(map.get(name) ?? []), site]);
}
