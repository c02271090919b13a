// Checks bodies and header values against schemas. Endpoint services are checked by the client's validator instead.
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

/**
 * Checks a value against a schema. Reports the first error at each location, with the same wording as the client's
 * validator.
 */
export type SchemaCheck = (schema: JsonObject, value: unknown) => Violation[];

/** Creates a function that checks values against the contract's schemas. Compiles each schema when it is first used. */
export function createSchemaCheck(document: JsonObject): SchemaCheck {
  // `validateSchema` is off because the contract's schemas are already linted. Validating the schemas again would
  // account for most of the startup time.
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateSchema: false });
  // ajv-formats is a CommonJS package, so the default import is its `exports` object, which contains the plugin as
  // `default`.
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
            ? // The schema contains references to the document's components.
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
  if (keyword === "pattern") return { pointer, message: "must match the pattern in the contract" };
  if (keyword === "minimum") return { pointer, message: `must be at least ${limit ?? ""}` };
  if (keyword === "maximum") return { pointer, message: `must be at most ${limit ?? ""}` };
  return { pointer, message: message ?? "is not allowed" };
}

/**
 * Finds drift in a body: undocumented fields and values, unmet expectations, and optional fields that are null.
 *
 * @returns The drift, and a copy of the body without the fields that are null.
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
