import { isDeepStrictEqual } from "node:util";

import { type Site, isObject } from "../load/site.js";
import { addTo, canonical } from "../load/values.js";
import { counts, texts, typesOf, understood, type JsonType } from "./keywords.js";
import { isNull, schemaParts, type Part } from "./schema-parts.js";
import { limitTypes, limitValues, Shape, Written, type Bound } from "./shape.js";
import { dropImplied, isScalar, simplifyUnion } from "./simplify.js";

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
    const shape = mergeParts(sites);
    // Do not simplify a union that directly contains itself.
    if (this.#open.has(key)) return shape;
    this.#open.add(key);
    const unions = shape.unions;
    shape.unions = [];
    for (const union of unions) {
      const branches = union.branches.map((branch) => this.read([branch]));
      simplifyUnion(shape, union, branches);
    }
    dropImplied(shape);
    this.#open.delete(key);
    this.#known.set(key, shape);
    return shape;
  }

  /** Whether the schemas, including the branches of their unions, exclude both objects and arrays. */
  areScalar(sites: readonly Site[], open = new Set<Shape>()): boolean {
    const shape = this.read(sites);
    // A union that contains itself does not gain any types from the nested union.
    if (open.has(shape) || isScalar(shape)) return true;
    open.add(shape);
    return shape.unions.some(({ branches }) =>
      branches.every((branch) => this.areScalar([branch], open)),
    );
  }
}

/** Merges schemas into one shape, which allows only values that match every schema. Does not simplify unions. */
function mergeParts(sites: readonly Site[]): Shape {
  const [first] = sites;
  if (first === undefined) throw new RangeError("A shape needs at least one schema.");
  const shape = new Shape(first.target);
  const parts = schemaParts(sites);
  shape.parts.push(...parts.map(({ site }) => site));
  for (const part of parts) addTypes(shape, part);
  for (const part of parts) addKeywords(shape, part);
  sharpenRange(shape);
  return shape;
}

function addTypes(shape: Shape, { site, keywords, orNull }: Part): void {
  const types = typesOf(keywords["type"]);
  if (types.size === 0 && !isDeepStrictEqual(keywords["type"], [])) {
    const text = `${JSON.stringify(keywords["type"])} is not a JSON Schema type`;
    site.description.refuse(site, text);
    return;
  }
  if (orNull) types.add("null");
  if (keywords["multipleOf"] === 1) types.delete("fraction");
  limitTypes(shape, types);
}

function addKeywords(shape: Shape, part: Part): void {
  for (const [key, value] of Object.entries(part.keywords)) {
    const applies = Object.hasOwn(understood, key) ? understood[key] : [];
    // Each part's `example` was converted to `examples`, so use the location of the original key.
    const place = key === "examples" && !part.site.has(key) ? "example" : key;
    const written = new Written(value, part.site, place);
    if (applies === undefined || applies.some((type) => shape.types.has(type)))
      addKeyword(shape, key, written, part);
    else addTo(shape.words, key, written);
  }
}

/** Adds a keyword that applies to at least one of the shape's types. */
function addKeyword(shape: Shape, key: string, written: Written<unknown>, part: Part): void {
  const { value } = written;
  if (key in counts) {
    if (typeof value === "number") addCount(shape, key as keyof typeof counts, written.as(value));
    return;
  }
  if (key in texts) {
    if (key === "multipleOf" && value === 1) return;
    const known = shape.texts.get(key) ?? [];
    if (!known.some((one) => canonical(one.value) === canonical(value)))
      addTo(shape.texts, key, written);
    return;
  }
  switch (key) {
    case "const":
    case "enum": {
      const values = key === "const" ? [written] : itemsOf(written.site);
      // In OpenAPI 3.0, `nullable` adds `null` to the allowed values, even if the enum in the file does not list
      // `null`.
      const orNull = part.orNull || (Array.isArray(value) && value.includes(null));
      limitValues(shape, orNull ? [...values, written.as(null)] : values);
      break;
    }
    case "minimum":
    case "exclusiveMinimum":
      if (typeof value === "number")
        shape.lower = tighter(shape.lower, written.as(bound(value, key)), 1);
      break;
    case "maximum":
    case "exclusiveMaximum":
      if (typeof value === "number")
        shape.upper = tighter(shape.upper, written.as(bound(value, key)), -1);
      break;
    case "uniqueItems":
      if (value === true) shape.uniqueItems = written;
      break;
    case "properties":
    case "patternProperties":
    case "dependentSchemas":
      for (const name of Object.keys(written.site.object))
        addTo(shape[key], name, written.site.child(name));
      break;
    case "dependentRequired":
      for (const name of Object.keys(written.site.object)) {
        const needed = shape.dependentRequired.get(name) ?? new Map<string, Site>();
        for (const one of itemsOf(written.site.child(name)))
          needed.set(String(one.value), one.site);
        if (needed.size > 0) shape.dependentRequired.set(name, needed);
      }
      break;
    case "required":
      for (const name of itemsOf(written.site)) shape.required.set(String(name.value), name);
      break;
    case "additionalProperties":
    case "unevaluatedProperties":
      if (!saysNothing(value)) shape.additional.push(written.site);
      break;
    case "propertyNames":
    case "items":
    case "unevaluatedItems":
      if (!saysNothing(value)) shape[key].push(written.site);
      break;
    case "prefixItems":
      written.site.entriesOfList.forEach((site, index) => {
        shape.prefixItems[index] = [...(shape.prefixItems[index] ?? []), site];
      });
      break;
    case "contains": {
      const { minContains, maxContains } = part.keywords;
      if (minContains === 0 && maxContains === undefined) break;
      shape.contains.push({
        site: written.site,
        min: typeof minContains === "number" ? minContains : 1,
        max: typeof maxContains === "number" ? maxContains : Infinity,
      });
      break;
    }
    case "not":
      shape.not.push(written.site);
      break;
    case "if":
      if (part.site.has("then") || part.site.has("else")) shape.conditions.push(part.site);
      break;
    case "anyOf":
    case "oneOf": {
      const { site } = written;
      const branches = site.entriesOfList.filter((branch) => !isNull(branch));
      const orNull = part.orNull || branches.length < site.list.length;
      shape.unions.push({ kind: key, site, branches, orNull });
      break;
    }
    case "x-extensible-enum":
    case "x-ms-enum":
      addExtensible(shape, written.site);
      break;
    case "discriminator":
    case "xml":
      shape[key] ??= written.site;
      break;
    case "readOnly":
    case "writeOnly":
    case "deprecated":
      if (value === true) shape[key] = written.site;
      break;
    case "default":
      shape.default ??= written;
      break;
    default:
      // `then` and `else` are handled together with `if`, and `minContains` and `maxContains` are handled together with
      // `contains`.
      break;
  }
}

function itemsOf(site: Site): Written<unknown>[] {
  return site.list.map((value, index) => new Written(value, site, String(index)));
}

/** Adds the values from `x-extensible-enum: [a, b]`, or from `x-ms-enum` with `modelAsString` and `values`. */
function addExtensible(shape: Shape, site: Site): void {
  const isList = Array.isArray(site.value);
  if (!isList && site.object["modelAsString"] !== true) return;
  const entries = itemsOf(isList ? site : site.child("values"));
  if (entries.length === 0) return;
  shape.extensible ??= new Map();
  for (const entry of entries) {
    const { value: inner = entry.value } = isObject(entry.value) ? entry.value : {};
    shape.extensible.set(canonical(inner), entry.as<unknown>(inner));
  }
}

/** Whether a schema, such as `true` or `{}`, allows every value. */
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

/** Replaces exclusive integer limits with inclusive limits, so that `> 0` becomes `>= 1`. */
function sharpenRange(shape: Shape): void {
  if (shape.types.has("fraction") || !shape.types.has("integer" satisfies JsonType)) return;
  const sharpen = (
    known: Written<Bound> | undefined,
    whole: (limit: number, exclusive: boolean) => number,
  ) => known?.as({ limit: whole(known.value.limit, known.value.exclusive), exclusive: false });
  shape.lower = sharpen(shape.lower, (limit, exclusive) =>
    exclusive ? Math.floor(limit) + 1 : Math.ceil(limit),
  );
  shape.upper = sharpen(shape.upper, (limit, exclusive) =>
    exclusive ? Math.ceil(limit) - 1 : Math.floor(limit),
  );
}
