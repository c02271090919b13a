import type { JsonType } from "./json-types.js";

const text = ["string"] as const satisfies JsonType[];
const list = ["array"] as const satisfies JsonType[];
const object = ["object"] as const satisfies JsonType[];
const number = ["integer", "fraction"] as const satisfies JsonType[];

/** Counting keywords: the kind of value they apply to, and the number that says nothing. */
export const counts = {
  minLength: { types: text, neutral: 0, end: "lower" },
  maxLength: { types: text, neutral: Infinity, end: "upper" },
  minItems: { types: list, neutral: 0, end: "lower" },
  maxItems: { types: list, neutral: Infinity, end: "upper" },
  minProperties: { types: object, neutral: 0, end: "lower" },
  maxProperties: { types: object, neutral: Infinity, end: "upper" },
} as const;

/** Keywords whose values are compared by what they match. A format may belong to any kind of value. */
export const texts = {
  pattern: { types: text },
  format: { types: [...text, ...number] },
  multipleOf: { types: number },
  contentEncoding: { types: text },
  contentMediaType: { types: text },
  contentSchema: { types: text },
} as const;

/** Keywords that a shape understands, and the kinds of value without which they say nothing. */
export const understood: Readonly<Record<string, readonly JsonType[] | undefined>> = {
  type: undefined,
  enum: undefined,
  const: undefined,
  not: undefined,
  if: undefined,
  then: undefined,
  else: undefined,
  anyOf: undefined,
  oneOf: undefined,
  default: undefined,
  readOnly: undefined,
  writeOnly: undefined,
  deprecated: undefined,
  discriminator: undefined,
  xml: undefined,
  minimum: number,
  maximum: number,
  exclusiveMinimum: number,
  exclusiveMaximum: number,
  uniqueItems: list,
  items: list,
  prefixItems: list,
  unevaluatedItems: list,
  contains: list,
  minContains: list,
  maxContains: list,
  properties: object,
  required: object,
  additionalProperties: object,
  unevaluatedProperties: object,
  patternProperties: object,
  propertyNames: object,
  dependentRequired: object,
  dependentSchemas: object,
  ...Object.fromEntries(Object.entries(counts).map(([key, { types }]) => [key, types])),
  ...Object.fromEntries(Object.entries(texts).map(([key, { types }]) => [key, types])),
};
