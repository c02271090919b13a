// Checks bodies and values of headers. One endpoint service is checked by the client's own validator instead.
import type { Drift, Violation } from "@vpcep/client/validate";
import {
  appendToken,
  expectationsOf,
  follow,
  isObject,
  type Json,
  type JsonObject,
  openEnumOf,
  unmetExpectations,
} from "@vpcep/contract-reader";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";

/** Checks a value against a schema; each place is named once, by its first error, in the words of the client. */
export type SchemaCheck = (schema: JsonObject, value: unknown) => Violation[];

/** Prepares checks for schemas of the contract. Each schema is compiled at its first use. */
export function createSchemaCheck(document: JsonObject): SchemaCheck {
  // The contract's schemas are linted where they are written; checking them again would take most of the start.
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateSchema: false });
  // ajv-formats is CommonJS: its default export is the namespace's `default` under Node's interop.
  formats.default(ajv);
  ajv.addSchema(document, "contract");
  const compiled = new Map<JsonObject, ValidateFunction>();
  return (schema, value) => {
    let validate = compiled.get(schema);
    if (validate === undefined) {
      const reference = schema["$ref"];
      const resolvable =
        typeof reference === "string"
          ? { $ref: `contract${reference}` }
          : JSON.stringify(schema).includes('"$ref"')
            ? // References inside of it lead to components of the document.
              { ...schema, components: document["components"] ?? {} }
            : schema;
      validate = ajv.compile(resolvable);
      compiled.set(schema, validate);
    }
    if (validate(value)) return [];
    const byPlace = new Map<string, Violation>();
    for (const error of validate.errors ?? []) {
      const violation = toViolation(error);
      if (!byPlace.has(violation.pointer)) byPlace.set(violation.pointer, violation);
    }
    return [...byPlace.values()];
  };
}

function toViolation({ keyword, params, instancePath: pointer, message }: ErrorObject): Violation {
  const { missingProperty, type, limit } = params as Record<string, string>;
  if (keyword === "required")
    return { pointer: `${pointer}/${missingProperty ?? ""}`, message: "is missing" };
  if (keyword === "type")
    return { pointer, message: `must be ${/^[aeio]/.test(type ?? "") ? "an" : "a"} ${type ?? ""}` };
  if (keyword === "pattern")
    return { pointer, message: "must match the pattern in the contract" };
  if (keyword === "minimum") return { pointer, message: `must be at least ${limit ?? ""}` };
  if (keyword === "maximum") return { pointer, message: `must be at most ${limit ?? ""}` };
  return { pointer, message: message ?? "is not allowed" };
}

/**
 * What a body has beyond its schema: undocumented fields and values, unmet expectations, and null in optional fields,
 * which counts as absent.
 *
 * @returns The body without those nulls, and what was found.
 */
export function driftIn(
  document: JsonObject,
  given: Json,
  value: unknown,
  at = "",
): { value: unknown; drifts: Drift[] } {
  const schema = follow(document, given);
  if (isObject(schema) && isObject(schema["items"]) && Array.isArray(value)) {
    const { items } = schema;
    const inner = value.map((item, index) =>
      driftIn(document, items, item, appendToken(at, String(index))),
    );
    return {
      value: inner.map((one) => one.value),
      drifts: inner.flatMap(({ drifts }) => drifts),
    };
  }
  if (typeof value === "string") {
    const documented = openEnumOf(document, schema);
    const known = documented?.values.some((one) => one.value === value) ?? true;
    return { value, drifts: known ? [] : [{ pointer: at, kind: "value", value }] };
  }
  if (!isObject(schema) || !isObject(schema["properties"]) || !isObject(value))
    return { value, drifts: [] };
  const { properties, required } = schema;
  const drifts: Drift[] = [];
  const rest: [string, unknown][] = [];
  for (const [key, child] of Object.entries(value)) {
    const pointer = appendToken(at, key);
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (property === undefined) drifts.push({ pointer, kind: "field", value: child });
    else if (child === null && !(Array.isArray(required) && required.includes(key))) {
      drifts.push({ pointer, kind: "null", value: null });
      continue;
    }
    const inner = driftIn(document, property ?? {}, child, pointer);
    drifts.push(...inner.drifts);
    rest.push([key, inner.value]);
  }
  for (const unmet of unmetExpectations(expectationsOf(document, schema), value))
    drifts.push({
      pointer: at + unmet.pointer,
      kind: "expectation",
      value: unmet.value,
      message: unmet.expectation.says,
    });
  return { value: Object.fromEntries(rest), drifts };
}
