import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";

import type { Contract } from "./contract.js";
import type { Finding } from "./finding.js";
import type { JsonSchema } from "./json-schema.js";
import { pointerTo } from "./pointer.js";
import { showValue } from "./show-value.js";

/** Holds a value against a schema; each place is named once, by its first error. */
export type Check = (value: unknown, at: string) => Finding[];

/** Prepares checks for schemas of the contract. Each schema is compiled at its first use. */
export function compileSchemas(contract: Contract): (schema: JsonSchema) => Check {
  // The contract's schemas are linted where they are written; checking them again would take most of the start.
  const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true, validateSchema: false });
  // ajv-formats is CommonJS: its default export is the namespace's `default` under Node's interop.
  formats.default(ajv);
  ajv.addSchema(contract.description, "contract");
  const compiled = new Map<JsonSchema, ValidateFunction>();
  return (schema) => (value, at) => {
    let validate = compiled.get(schema);
    if (validate === undefined) {
      validate = ajv.compile(
        schema.$ref === undefined ? schema : { $ref: `contract${schema.$ref}` },
      );
      compiled.set(schema, validate);
    }
    if (validate(value)) return [];
    const byPlace = new Map<string, Finding>();
    for (const error of validate.errors ?? []) {
      const finding = toFinding(error, at);
      if (!byPlace.has(finding.pointer)) byPlace.set(finding.pointer, finding);
    }
    return [...byPlace.values()];
  };
}

function toFinding(error: ErrorObject, at: string): Finding {
  const pointer = at + error.instancePath;
  const { keyword, params, data } = error;
  if (keyword === "required") {
    const missing = (params as { missingProperty: string }).missingProperty;
    return { rule: "missing-field", pointer: pointerTo(pointer, missing), message: "missing" };
  }
  if (keyword === "type") {
    const wanted = (params as { type: string }).type;
    return {
      rule: "wrong-type",
      pointer,
      message: `${showValue(data)}, where the contract wants ${/^[aeio]/.test(wanted) ? "an" : "a"} ${wanted}`,
    };
  }
  return {
    rule: "wrong-value",
    pointer,
    message: `${showValue(data)} ${keyword === "pattern" ? "has not the documented form" : (error.message ?? "is not allowed")}`,
  };
}
