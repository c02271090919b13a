/**
 * JSON types. `number` is split into `integer` and `fraction`, so that types can be compared as sets.
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

/** Returns the types that a `type` keyword allows; all types if the keyword is absent. */
export function typesOf(keyword: unknown): Set<JsonType> {
  if (keyword === undefined) return new Set(allTypes);
  const names = Array.isArray(keyword) ? (keyword as unknown[]) : [keyword];
  return new Set(
    names.flatMap((name): JsonType[] =>
      name === "number" ? ["integer", "fraction"] : allTypes.filter((type) => type === name),
    ),
  );
}

/** Returns a value's type. */
export function typeOf(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "fraction";
  if (typeof value === "object") return "object";
  return typeof value === "boolean" ? "boolean" : "string";
}

/** Formats a set of types, such as `string | null`, `number`, or `any`. */
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

const text = ["string"] as const satisfies JsonType[];
const list = ["array"] as const satisfies JsonType[];
const object = ["object"] as const satisfies JsonType[];
const number = ["integer", "fraction"] as const satisfies JsonType[];

/** Size keywords, the types that they apply to, and the values that have no effect. */
export const counts = {
  minLength: { types: text, neutral: 0, end: "lower" },
  maxLength: { types: text, neutral: Infinity, end: "upper" },
  minItems: { types: list, neutral: 0, end: "lower" },
  maxItems: { types: list, neutral: Infinity, end: "upper" },
  minProperties: { types: object, neutral: 0, end: "lower" },
  maxProperties: { types: object, neutral: Infinity, end: "upper" },
} as const;

/** Keywords whose old and new values are compared as a whole. `format` applies to strings and numbers. */
export const texts = {
  pattern: { types: text },
  format: { types: [...text, ...number] },
  multipleOf: { types: number },
  contentEncoding: { types: text },
  contentMediaType: { types: text },
  contentSchema: { types: text },
} as const;

const appliesTo = (types: readonly JsonType[] | undefined, keywords: string) =>
  Object.fromEntries(keywords.split(" ").map((keyword) => [keyword, types]));

/** Supported keywords and the types that they apply to; undefined if a keyword applies to all types. */
export const understood: Readonly<Record<string, readonly JsonType[] | undefined>> = {
  ...appliesTo(
    undefined,
    "type enum const not if then else anyOf oneOf default readOnly writeOnly",
  ),
  ...appliesTo(undefined, "deprecated discriminator xml x-extensible-enum x-ms-enum"),
  ...appliesTo(number, "minimum maximum exclusiveMinimum exclusiveMaximum"),
  ...appliesTo(list, "uniqueItems items prefixItems unevaluatedItems"),
  ...appliesTo(list, "contains minContains maxContains"),
  ...appliesTo(object, "properties required additionalProperties unevaluatedProperties"),
  ...appliesTo(object, "patternProperties propertyNames dependentRequired dependentSchemas"),
  ...Object.fromEntries(Object.entries(counts).map(([key, { types }]) => [key, types])),
  ...Object.fromEntries(Object.entries(texts).map(([key, { types }]) => [key, types])),
};
