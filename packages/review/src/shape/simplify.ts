import { addTo } from "../load/values.js";
import type { counts, JsonType } from "./keywords.js";
import { demandOf, limitTypes, limitValues, Written, type Shape, type Union } from "./shape.js";

/**
 * Simplifies an `anyOf` or `oneOf` union and adds it to a shape. A union of types becomes a set of types, a union of
 * enums becomes one enum, and an enum next to its plain type becomes an open enum. Any other union is kept. A `oneOf`
 * whose branches have no type in common becomes an `anyOf`.
 */
export function simplifyUnion(shape: Shape, union: Union, branches: readonly Shape[]): void {
  const types = new Set(branches.flatMap((branch) => [...branch.types]));
  const disjoint = branches.reduce((sum, branch) => sum + branch.types.size, 0) === types.size;
  const kind = disjoint ? "anyOf" : union.kind;
  if (union.orNull) types.add("null");
  if (shape.discriminator !== undefined || branches.length === 0) {
    shape.unions.push({ ...union, kind });
    return;
  }
  const demands = branches.map((branch) => demandOf(branch));
  const plain = branches.filter((_, index) => demands[index] === "nothing");
  const plainTypes = new Set(plain.flatMap((branch) => [...branch.types]));
  // If another branch allows all values of an enum's type, the enum only documents values.
  const isDocumentation = (branch: Shape): boolean =>
    isScalar(branch) && [...branch.types].every((type) => plainTypes.has(type));
  if (kind === "anyOf" && branches.every((one) => plain.includes(one) || isDocumentation(one))) {
    limitTypes(shape, types);
    for (const branch of branches) {
      for (const [key, written] of branch.values ?? []) shape.documented.set(key, written);
      keepWords(shape, branch);
      // The branch's limits have no effect, but changes to these limits are still reported.
      if (!plain.includes(branch)) keepLimits(shape, branch);
    }
    return;
  }
  const values = branches.flatMap((branch) => [...(branch.values ?? [])]);
  const areDistinct = new Set(values.map(([key]) => key)).size === values.length;
  if (demands.every((demand) => demand === "values") && (kind === "anyOf" || areDistinct)) {
    const all = values.map(([, written]) => written);
    limitValues(shape, union.orNull ? [...all, new Written(null, union.site)] : all);
    for (const branch of branches) keepWords(shape, branch);
    return;
  }
  shape.unions.push({ ...union, kind });
}

function keepWords(shape: Shape, from: Shape): void {
  shape.parts.push(...from.parts);
  for (const [key, all] of from.words) for (const written of all) addTo(shape.words, key, written);
}

/** Records a shape's limits on numbers and strings as keywords that have no effect in another shape. */
function keepLimits({ words }: Shape, from: Shape): void {
  for (const [key, all] of from.texts) for (const written of all) addTo(words, key, written);
  for (const [key, written] of from.counts) addTo(words, key, written);
  for (const bound of [from.lower, from.upper])
    if (bound !== undefined) addTo(words, bound.key ?? "", bound.as(bound.value.limit));
}

/** Whether a shape allows neither objects nor arrays. */
export function isScalar({ types }: Shape): boolean {
  return !types.has("object") && !types.has("array");
}

/**
 * Removes redundant constraints from a shape: limits on enum values, a boolean enum with both values, and sizes that
 * another keyword implies.
 */
export function dropImplied(shape: Shape): void {
  const { values, counts: sizes } = shape;
  if (values !== undefined) {
    for (const [key, { value }] of values) if (!keepsLimits(shape, value)) values.delete(key);
    if ([...values.values()].every(({ value }) => typeof value !== "object" || value === null)) {
      keepLimits(shape, shape);
      shape.texts.clear();
      sizes.clear();
      shape.lower = shape.upper = undefined;
    }
    if (isEveryBoolean(shape.types, values.size)) shape.values = undefined;
  }
  const least = sizes.get("minProperties" satisfies keyof typeof counts);
  if (least !== undefined && least.value <= shape.required.size) {
    addTo(shape.words, "minProperties", least);
    sizes.delete("minProperties");
  }
  const most = sizes.get("maxItems" satisfies keyof typeof counts)?.value ?? Infinity;
  if (most <= 1 && shape.uniqueItems !== undefined) {
    addTo(shape.words, "uniqueItems", shape.uniqueItems);
    shape.uniqueItems = undefined;
  }
  if (most === 0) {
    for (const site of shape.items) addTo(shape.words, "items", new Written(site.value, site));
    shape.items = [];
  }
}

/** Whether an enum that has this number of values, not counting `null`, lists both booleans. */
function isEveryBoolean(types: ReadonlySet<JsonType>, size: number): boolean {
  if (types.size === 0 || size !== (types.has("boolean") ? 2 : 0)) return false;
  return [...types].every((type) => type === "boolean" || type === "null");
}

/** Whether a value satisfies all of the shape's limits that can be checked. */
export function keepsLimits(
  { lower, upper, counts: sizes, texts }: Shape,
  value: unknown,
): boolean {
  if (typeof value === "number") {
    const isStep = (texts.get("multipleOf") ?? []).every(({ value: step }) => {
      const ratio = value / Number(step);
      return Math.abs(ratio - Math.round(ratio)) < 1e-9;
    });
    const isAbove =
      lower === undefined ||
      (lower.value.exclusive ? value > lower.value.limit : value >= lower.value.limit);
    const isBelow =
      upper === undefined ||
      (upper.value.exclusive ? value < upper.value.limit : value <= upper.value.limit);
    return isStep && isAbove && isBelow;
  }
  if (typeof value !== "string") return true;
  const length = Array.from(value).length;
  return (
    length >= (sizes.get("minLength")?.value ?? 0) &&
    length <= (sizes.get("maxLength")?.value ?? Infinity) &&
    (texts.get("pattern") ?? []).every(({ value: pattern }) => matches(String(pattern), value))
  );
}

/** Whether a string matches a pattern. Patterns that do not compile are ignored. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, "u").test(value);
  } catch {
    return true;
  }
}
