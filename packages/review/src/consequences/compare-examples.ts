import { appendToken, fragmentTokens, getAt } from "@vpcep/contract-reader";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";

import type { Bundle } from "../engine/redocly.js";
import { isObject } from "../load/site.js";

// `ajv-formats` is a CommonJS package. At run time, the imported value is the function itself, but according to the
// type declarations, the function is in the `default` property.
const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;

/** An example that is valid in its own description but invalid in the other version. */
export interface ExampleConsequence {
  readonly side: "base" | "head";
  /** JSON Pointer to the example in the bundled description. */
  readonly pointer: string;
  /** Validation error reported by the schema in the other version. */
  readonly text: string;
}

/** Validates the examples in each version against the schemas in the other version. */
export function compareExamples(base: Bundle, head: Bundle): ExampleConsequence[] {
  const bundles = { base, head };
  const validators = { base: validator(base), head: validator(head) };
  return (["base", "head"] as const).flatMap((side) => {
    const other = side === "base" ? "head" : "base";
    return mediaTypes(bundles[side]).flatMap(({ pointer, reference, examples }) =>
      [...examples].flatMap(([name, value]): ExampleConsequence[] => {
        // Skip an example if its own schema rejects the example or cannot be compiled.
        if (validators[side](reference, value) !== "") return [];
        const text = validators[other](reference, value);
        return text === undefined || text === ""
          ? []
          : [{ side, pointer: `${pointer}/${name}`, text }];
      }),
    );
  });
}

const id = "https://bundle.invalid/openapi.json";

/**
 * Creates a function that returns the validation error, an empty string if the value is valid, or undefined if the
 * schema cannot be compiled.
 */
function validator(bundle: Bundle): (reference: string, value: unknown) => string | undefined {
  const ajv = new Ajv2020({ strict: false, allErrors: false, logger: false });
  addFormats(ajv);
  ajv.addSchema({ ...(withoutData(bundle) as Bundle), $id: id });
  const compiled = new Map<string, ValidateFunction>();
  return (reference, value) => {
    try {
      const target = targetOf(bundle, reference);
      const validate = compiled.get(target) ?? ajv.compile({ $ref: id + target });
      compiled.set(target, validate);
      if (validate(value)) return "";
      const [error] = validate.errors ?? [];
      return `${error?.instancePath ?? ""} ${error?.message ?? "is not valid"}`.trim();
    } catch {
      return undefined;
    }
  };
}

/**
 * Copies a value without examples and extensions, because the validator would treat an `$id` in them as a schema ID.
 */
function withoutData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutData);
  if (!isObject(value)) return value;
  const names = isObject(value["properties"]) ? value["properties"] : undefined;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => inner === names || !(data.has(key) || key.startsWith("x-")))
      .map(([key, inner]) => [
        key,
        inner === names && isObject(inner)
          ? Object.fromEntries(Object.entries(inner).map(([name, one]) => [name, withoutData(one)]))
          : withoutData(inner),
      ]),
  );
}

const data = new Set(["example", "examples", "default", "links"]);

/** Returns the target of a schema that consists only of a reference, so that shared schemas are compiled only once. */
function targetOf(bundle: Bundle, reference: string): string {
  const schema = valueAt(bundle, reference);
  if (!isObject(schema) || Object.keys(schema).length > 1) return reference;
  const target = schema["$ref"];
  return typeof target === "string" && target.startsWith("#/") ? target : reference;
}

interface MediaType {
  readonly pointer: string;
  /** URI fragment that points to the schema. */
  readonly reference: string;
  readonly examples: Map<string, unknown>;
}

/** Returns all media types that have a schema and examples. */
function mediaTypes(bundle: Bundle): MediaType[] {
  const found: MediaType[] = [];
  const visit = (value: unknown, pointer: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
      const path = appendToken(pointer, key);
      if (key === "content" && !pointer.endsWith("/properties"))
        for (const [type, media] of Object.entries((inner ?? {}) as Record<string, unknown>))
          collect(media, appendToken(path, type));
      visit(inner, path);
    }
  };
  const collect = (media: unknown, pointer: string): void => {
    const { schema, example, examples } = (media ?? {}) as Record<string, unknown>;
    if (schema === undefined) return;
    const values = new Map<string, unknown>(example === undefined ? [] : [["example", example]]);
    for (const [name, written] of Object.entries((examples ?? {}) as Record<string, unknown>)) {
      const value = (resolve(bundle, written) as { value?: unknown } | undefined)?.value;
      if (value !== undefined) values.set(`examples/${name}`, value);
    }
    if (values.size > 0)
      found.push({ pointer, reference: `#${encodeURI(pointer)}/schema`, examples: values });
  };
  visit(bundle, "");
  return found;
}

function valueAt(bundle: Bundle, reference: string): unknown {
  const tokens = fragmentTokens(reference);
  return tokens === undefined ? undefined : getAt(bundle, tokens);
}

function resolve(bundle: Bundle, written: unknown): unknown {
  const reference = (written as { $ref?: unknown } | null)?.$ref;
  return typeof reference === "string" ? valueAt(bundle, reference) : written;
}
