import type { Site } from "../load/site.js";
import { canonical } from "../load/values.js";
import { typeOf, type JsonType } from "./keywords.js";
import { demandOf, type Shape, type Union, type Written } from "./shape.js";

/**
 * Simplifies an `anyOf` or `oneOf` union and adds it to a shape. A union of types becomes a set of types, a union of
 * enums becomes one enum, and an enum next to its plain type becomes an open enum. Any other union is kept. A `oneOf`
 * whose branches have no type in common becomes an `anyOf`.
 */
export function simplifyUnion(shape: Shape, union: Union, read: (branch: Site) => Shape): void {
  const branches = union.branches.map((branch) => ({ branch, shape: read(branch) }));
  const types = new Set(branches.flatMap((one) => [...one.shape.types]));
  const disjoint = branches.reduce((sum, one) => sum + one.shape.types.size, 0) === types.size;
  const kind = disjoint ? "anyOf" : union.kind;
  if (union.orNull) types.add("null");
  const demands = branches.map((one) => demandOf(one.shape));
  // An enum branch next to a branch with its plain type only documents values.
  const whole = branches.filter((_, index) => demands[index] === "nothing");
  const free = new Set(whole.flatMap((one) => [...one.shape.types]));
  const limiting = branches.filter(
    (one) => !whole.includes(one) && !(isWithin(one.shape.types, free) && isScalar(one.shape)),
  );
  if (shape.discriminator === undefined && branches.length > 0) {
    if (kind === "anyOf" && limiting.length === 0) {
      limitTypes(shape, types);
      for (const one of branches) {
        for (const [key, written] of one.shape.values ?? []) shape.documented.set(key, written);
        keepWords(one.shape);
        if (!whole.includes(one)) keepLimits(one.shape);
      }
      return;
    }
    if (demands.every((demand) => demand === "values") && (kind === "anyOf" || distinct())) {
      const values = branches.flatMap((one) => [...(one.shape.values?.values() ?? [])]);
      limitValues(shape, union.orNull ? [...values, { value: null, site: union.site }] : values);
      for (const one of branches) keepWords(one.shape);
      return;
    }
  }
  shape.unions.push({ ...union, kind });

  function keepWords(from: Shape): void {
    shape.parts.push(...from.parts);
    for (const [key, all] of from.words) for (const written of all) addWords(shape, key, written);
  }

  /** Keeps a branch's limits even though they have no effect, so that changes to them are still reported. */
  function keepLimits(from: Shape): void {
    for (const [key, all] of from.texts) for (const written of all) addWords(shape, key, written);
    for (const [key, written] of from.counts) addWords(shape, key, written);
    for (const written of [from.lower, from.upper])
      if (written !== undefined) addWords(shape, written.site.key, written);
  }

  function distinct(): boolean {
    const all = branches.flatMap((one) => [...(one.shape.values?.keys() ?? [])]);
    return new Set(all).size === all.length;
  }
}

/** Whether a shape allows neither objects nor arrays. */
function isScalar({ types }: Shape): boolean {
  return !types.has("object") && !types.has("array");
}

function limitTypes(shape: Shape, types: ReadonlySet<JsonType>): void {
  shape.types = new Set([...shape.types].filter((type) => types.has(type)));
}

function isWithin(inner: ReadonlySet<JsonType>, outer: ReadonlySet<JsonType>): boolean {
  return [...inner].every((type) => outer.has(type));
}

/** Restricts the allowed values to a list, and the types to those in the list. */
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
