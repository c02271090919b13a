import {
  expectationsOf,
  openEnumOf,
  unmetExpectations,
  type JsonObject,
} from "@vpcep/contract-reader";

import type { Contract } from "./contract.js";
import type { Finding } from "./finding.js";
import type { JsonSchema } from "./json-schema.js";
import { pointerTo } from "./pointer.js";
import { showValue } from "./show-value.js";

type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Finds what a body holds beyond the documentation: unknown fields, unknown values of open enums, optional fields
 * that are null in place of absent, and what differs from the contract's expectations.
 *
 * @returns The body without those nulls, since readers treat them as absent, and the findings.
 */
export function findDrift(
  contract: Contract,
  root: JsonSchema,
  value: unknown,
  at: string,
): { value: unknown; findings: Finding[] } {
  const findings: Finding[] = [];

  function walk(reference: JsonSchema, node: unknown, pointer: string): unknown {
    const schema = contract.resolve(reference);
    if (Array.isArray(node)) {
      const { items } = schema;
      return items === undefined
        ? node
        : node.map((item, index) => walk(items, item, pointerTo(pointer, index)));
    }
    if (!isObject(node)) {
      const values = openEnumOf(contract.description, schema)?.values.map(
        (documented) => documented.value,
      );
      // Error codes have rules of their own: they depend on the status.
      if (typeof node === "string" && values?.includes(node) === false && !isErrorCode(pointer))
        findings.push({
          rule: "undocumented-value",
          pointer,
          message: `${showValue(node)} is none of the documented values ${values.join(", ")}`,
        });
      return node;
    }
    const { properties } = schema;
    if (properties === undefined) return node;
    const expectations = expectationsOf(contract.description, schema);
    for (const unmet of unmetExpectations(expectations, node as JsonObject))
      findings.push({
        rule: "unmet-expectation",
        pointer: pointer + unmet.pointer,
        message: unmet.expectation.says,
      });
    let copy: Json | undefined;
    for (const [key, child] of Object.entries(node)) {
      const here = pointerTo(pointer, key);
      const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (property === undefined) {
        findings.push({
          rule: "undocumented-field",
          pointer: here,
          message: `the contract does not know this field; its value is ${showValue(child)}`,
        });
      } else if (child === null && schema.required?.includes(key) !== true) {
        copy ??= { ...node };
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy that dies with the check
        delete copy[key];
        findings.push({
          rule: "null-field",
          pointer: here,
          message: "null, where the contract leaves the field out",
        });
      } else {
        const seen = walk(property, child, here);
        if (seen !== child) {
          copy ??= { ...node };
          copy[key] = seen;
        }
      }
    }
    return copy ?? node;
  }

  return { value: walk(root, value, at), findings };
}

const isErrorCode = (pointer: string): boolean => pointer === "/body/error_code";
