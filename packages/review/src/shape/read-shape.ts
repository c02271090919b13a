import { isDeepStrictEqual } from "node:util";

import { type Site, isObject } from "../load/site.js";
import { canonical } from "../load/values.js";
import { dropImplied } from "./drop-implied.js";
import { counts, texts, typesOf, understood, type JsonType } from "./keywords.js";
import { isNull, schemaParts, type Part } from "./schema-parts.js";
import { emptyShape, type Bound, type Shape, type Written } from "./shape.js";
import { addWords, limitValues, simplifyUnion } from "./simplify-union.js";

/** Reads schemas as shapes and caches the results. */
export class ShapeReader {
  readonly #known = new Map<string | number, Shape>();
  readonly #open = new Set<string | number>();

  /** Returns the shape of one or more schemas. A value must match all of these schemas. */
  read(sites: readonly Site[]): Shape {
    const [first] = sites;
    const key = sites.length === 1 && first ? first.id : sites.map((site) => site.id).join("&");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const shape = buildShape(sites);
    // Do not simplify a union that directly contains itself.
    if (this.#open.has(key)) return shape;
    this.#open.add(key);
    const written = shape.unions;
    shape.unions = [];
    for (const union of written) simplifyUnion(shape, union, (branch) => this.read([branch]));
    dropImplied(shape);
    this.#open.delete(key);
    this.#known.set(key, shape);
    return shape;
  }
}

/** Merges schemas into one shape, which allows only values that match every schema. Does not simplify unions. */
function buildShape(sites: readonly Site[]): Shape {
  const [first] = sites;
  if (first === undefined) throw new RangeError("A shape needs at least one schema.");
  const shape = emptyShape(first.target);
  const parts = schemaParts(sites);
  shape.parts.push(...parts.map(({ site }) => site));
  for (const part of parts) addTypes(shape, part);
  for (const part of parts) addKeywords(shape, part);
  sharpenRange(shape);
  return shape;
}

function addTypes(shape: Shape, part: Part): void {
  const { keywords, orNull } = part;
  const types = typesOf(keywords["type"]);
  if (types.size === 0 && !isDeepStrictEqual(keywords["type"], [])) {
    part.site.description.refuse(
      part.site,
      `${JSON.stringify(keywords["type"])} is not a JSON Schema type`,
    );
    return;
  }
  if (orNull) types.add("null");
  shape.types = new Set([...shape.types].filter((type) => types.has(type)));
  if (keywords["multipleOf"] === 1) shape.types.delete("fraction");
}

function addKeywords(shape: Shape, part: Part): void {
  for (const [key, value] of Object.entries(part.keywords)) {
    const applies = Object.hasOwn(understood, key) ? understood[key] : null;
    // Each part's `example` was converted to `examples`, so use the location of the original key.
    const site = part.site.at(key === "examples" && !part.site.has(key) ? "example" : key);
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
      // Locations use the index in the original enum, so append the null from `nullable` (3.0).
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
      if (minContains === 0 && maxContains === undefined) break;
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
      if (part.site.has("then") || part.site.has("else")) shape.conditions.push(part.site);
      break;
    case "anyOf":
    case "oneOf":
      shape.unions.push({
        kind: key,
        site,
        branches: site.entriesOfList.filter((branch) => !isNull(branch)),
        orNull: part.orNull || site.entriesOfList.some(isNull),
      });
      break;
    case "x-extensible-enum":
    case "x-ms-enum":
      addExtensible(shape, site);
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
      // `then` and `else` are handled with `if`; `minContains` and `maxContains` with `contains`.
      break;
  }
}

/** Adds the values from `x-extensible-enum: [a, b]`, or from `x-ms-enum` with `modelAsString` and `values`. */
function addExtensible(shape: Shape, site: Site): void {
  const isList = Array.isArray(site.value);
  if (!isList && site.object["modelAsString"] !== true) return;
  const entries = (isList ? site : site.child("values")).entriesOfList;
  if (entries.length === 0) return;
  shape.extensible ??= new Map();
  for (const entry of entries) {
    const value = isObject(entry.value) && entry.has("value") ? entry.object["value"] : entry.value;
    shape.extensible.set(canonical(value), { value, site: entry });
  }
}

/** Whether a schema allows everything, such as `true` or `{}`. */
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

/** Converts exclusive integer limits: `> 0` becomes `>= 1`. */
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
