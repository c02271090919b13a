/**
 * The kinds of JSON values, as finely as types can tell them apart: `number` is `integer` and `fraction`
 * together, so that sets of types can be compared as sets.
 */
export type JsonType = "null" | "boolean" | "object" | "array" | "string" | "integer" | "fraction";

export const allTypes: readonly JsonType[] = [
  "null",
  "boolean",
  "object",
  "array",
  "string",
  "integer",
  "fraction",
];

/** The set that a `type` keyword stands for; every kind when the keyword is absent. */
export function typesOf(keyword: unknown): Set<JsonType> {
  if (keyword === undefined) return new Set(allTypes);
  const names = Array.isArray(keyword) ? (keyword as unknown[]) : [keyword];
  return new Set(
    names.flatMap((name): JsonType[] =>
      name === "number" ? ["integer", "fraction"] : allTypes.filter((type) => type === name),
    ),
  );
}

/** The kind of one value. */
export function typeOf(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "fraction";
  if (typeof value === "object") return "object";
  return typeof value === "boolean" ? "boolean" : "string";
}

/** As a reader would write the set: `string | null`, `number`, `any`. */
export function typesText(types: ReadonlySet<JsonType>): string {
  if (types.size === allTypes.length) return "any";
  if (types.size === 0) return "nothing";
  const names = allTypes.filter((type) => types.has(type) && type !== "null");
  const text = names
    .filter((type) => !(type === "fraction" && types.has("integer")))
    .map((type) => (type === "integer" && !types.has("fraction") ? "integer" : type))
    .map((type) =>
      type === "fraction" || (type === "integer" && types.has("fraction")) ? "number" : type,
    );
  return [...text, ...(types.has("null") ? ["null"] : [])].join(" | ");
}
