import { isDeepStrictEqual } from "node:util";

import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

import { getAt } from "@vpcep/contract-reader";

import type { Check } from "./read-provenance.js";

/**
 * Whether `whole` contains `part`. Objects are compared key by key, lists item by item, and all other values by
 * equality.
 */
export function contains(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    return (
      Array.isArray(whole) &&
      whole.length === part.length &&
      part.every((item, i) => contains(whole[i], item))
    );
  }
  if (typeof part === "object" && part !== null) {
    if (typeof whole !== "object" || whole === null) return false;
    return Object.entries(part).every(([key, value]) =>
      contains((whole as Record<string, unknown>)[key], value),
    );
  }
  return isDeepStrictEqual(whole, part);
}

/** Compiles schemas from a bundle with a standard JSON Schema 2020-12 validator. */
export function schemaCompiler(bundle: object): (pointer: string) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(bundle, "bundle");
  return (pointer) => ajv.compile({ $ref: `bundle#${encodeURI(pointer)}` });
}

/** Returns the reasons why a check fails, or an empty list if it passes. */
export function failuresOf(
  check: Check,
  bundle: object,
  compile: (pointer: string) => ValidateFunction,
): string[] {
  const node = getAt(bundle, check.at);
  if (node === undefined) return [`${check.at}: doesn't exist`];
  const failures: string[] = [];
  const fail = (reason: string): void => {
    failures.push(`${check.at}: ${reason}`);
  };
  if (check.expect !== undefined && !contains(node, check.expect))
    fail(`does not contain ${JSON.stringify(check.expect)}`);
  for (const entry of check.contains ?? []) {
    if (!Array.isArray(node) || !node.some((item) => contains(item, entry))) {
      fail(`the list doesn't contain ${JSON.stringify(entry)}`);
    }
  }
  for (const key of check.lacks ?? []) if (key in (node as object)) fail(`has the key ${key}`);
  const text =
    typeof node === "string" ? node : String((node as { description?: unknown }).description);
  // Descriptions can contain line breaks, because the YAML source is wrapped.
  const sentence = text.replace(/\s+/g, " ");
  for (const words of check.mentions ?? [])
    if (!sentence.includes(words)) fail(`does not mention "${words}"`);
  if (check.accepts !== undefined || check.rejects !== undefined) {
    const validate = compile(check.at);
    for (const value of check.accepts ?? [])
      if (!validate(value)) fail(`rejects ${JSON.stringify(value)}`);
    for (const value of check.rejects ?? [])
      if (validate(value)) fail(`accepts ${JSON.stringify(value)}`);
  }
  return failures;
}
