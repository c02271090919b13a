import { addWords } from "./simplify-union.js";
import type { counts, JsonType } from "./keywords.js";
import type { Shape } from "./shape.js";

const isBoolean = new Set<JsonType>(["boolean", "null"]);

/**
 * Removes redundant constraints from a shape: limits on enum values, a boolean enum with both values, and sizes that
 * another keyword implies.
 */
export function dropImplied(shape: Shape): void {
  const { values, types, counts: numbers } = shape;
  if (values !== undefined) {
    for (const [key, { value }] of values) if (!keepsLimits(shape, value)) values.delete(key);
    const scalars = [...values.values()].every(({ value }) => isScalar(value));
    if (scalars) dropLimits(shape);
    if (
      [...types].every((type) => isBoolean.has(type)) &&
      values.size === (types.has("boolean") ? 2 : 0) + (types.has("null") ? 1 : 0)
    )
      shape.values = undefined;
  }
  const drop = (key: keyof typeof counts): void => {
    const written = numbers.get(key);
    if (written !== undefined) addWords(shape, key, written);
    numbers.delete(key);
  };
  if ((numbers.get("minProperties")?.value ?? Infinity) <= shape.required.size)
    drop("minProperties");
  const mostItems = numbers.get("maxItems")?.value ?? Infinity;
  if (mostItems <= 1 && shape.uniqueItems !== undefined) {
    addWords(shape, "uniqueItems", shape.uniqueItems);
    shape.uniqueItems = undefined;
  }
  if (mostItems === 0) {
    for (const site of shape.items) addWords(shape, "items", { value: site.value, site });
    shape.items = [];
  }
}

function dropLimits(shape: Shape): void {
  for (const [key, all] of shape.texts) for (const written of all) addWords(shape, key, written);
  shape.texts.clear();
  for (const [key, written] of shape.counts) addWords(shape, key, written);
  shape.counts.clear();
  for (const end of ["lower", "upper"] as const) {
    const written = shape[end];
    if (written === undefined) continue;
    addWords(shape, written.site.key, { value: written.value.limit, site: written.site });
    shape[end] = undefined;
  }
}

function isScalar(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

/** Whether a value satisfies all of the shape's limits that can be checked. */
export function keepsLimits(
  { lower, upper, counts: numbers, texts: rules }: Shape,
  value: unknown,
): boolean {
  if (typeof value === "number") {
    const isStep = (rules.get("multipleOf") ?? []).every(({ value: step }) => {
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
  const patterns = rules.get("pattern") ?? [];
  return (
    length >= (numbers.get("minLength")?.value ?? 0) &&
    length <= (numbers.get("maxLength")?.value ?? Infinity) &&
    patterns.every(({ value: pattern }) => matches(String(pattern), value))
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
