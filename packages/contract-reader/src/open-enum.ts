// An open enum lists the documented values of a string but also allows any other string. The schema of an open enum is
// `anyOf: [<enum, or a reference to an enum>, {type: string}]`.
import { isObject, type Json, type JsonObject } from "./json.js";
import { follow, fragmentTokens, referenceTarget } from "./references.js";

/** A documented value, and its meaning if the contract defines one. */
export interface DocumentedValue {
  value: string;
  meaning: string | undefined;
}

export interface OpenEnum {
  values: readonly DocumentedValue[];
  /** Name of the component schema that contains the values, if there is one. */
  component: string | undefined;
  /** Description of undocumented values. */
  others: string | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" ? value.trim() : undefined;

/** Whether a schema branch accepts any string. */
const acceptsAnyString = (branch: JsonObject): boolean =>
  branch["type"] === "string" &&
  Object.keys(branch).every((key) => ["type", "title", "description"].includes(key));

/**
 * Returns the open enum that a schema defines, or undefined if the schema is not an open enum. If the schema is a
 * reference, this function resolves the reference first.
 */
export function openEnumOf(document: unknown, given: unknown): OpenEnum | undefined {
  const schema: unknown = follow(document, given);
  if (!isObject(schema) || !Array.isArray(schema["anyOf"])) return undefined;
  const branches = schema["anyOf"].filter(isObject);
  const [one, other] = branches;
  if (one === undefined || other === undefined || branches.length !== 2) return undefined;
  const documented = [one, other].find((branch) => Array.isArray(resolved(branch)["enum"]));
  const rest = [one, other].find((branch) => acceptsAnyString(resolved(branch)));
  if (documented === undefined || rest === undefined) return undefined;

  return {
    values: documentedValues(resolved(documented)),
    component: fragmentTokens(referenceTarget(documented) ?? "")?.at(-1),
    others: text(resolved(rest)["description"]),
  };

  function resolved(branch: JsonObject): JsonObject {
    return follow(document, branch);
  }
}

/** Returns the values of an `enum` with their `x-enumDescriptions`. */
function documentedValues(list: JsonObject): DocumentedValue[] {
  const meanings = isObject(list["x-enumDescriptions"]) ? list["x-enumDescriptions"] : {};
  const values = (list["enum"] as Json[]).filter((value) => typeof value === "string");
  return values.map((value) => ({ value, meaning: text(meanings[value]) }));
}

/** Returns a Markdown list of values and meanings, or an empty string if no value has a meaning. */
export const listMeanings = (values: readonly DocumentedValue[]): string =>
  values.every(({ meaning }) => meaning === undefined)
    ? ""
    : values
        .map(({ value, meaning }) =>
          meaning === undefined ? `- \`${value}\`` : `- \`${value}\`: ${meaning}`,
        )
        .join("\n");

/**
 * Appends the meaning of each value to the enum's description, for tools that do not support `x-enumDescriptions`.
 * Returns a copy of the document.
 */
export function describeValues<Document>(document: Document): Document {
  function copyOf(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(copyOf);
    if (!isObject(node)) return node;
    const copy: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(node)) copy[key] = copyOf(value);
    if (Array.isArray(node["enum"]) && isObject(node["x-enumDescriptions"]))
      copy["description"] = [text(node["description"]), listMeanings(documentedValues(node))]
        .filter((part) => part !== undefined && part !== "")
        .join("\n\n");
    return copy;
  }
  return copyOf(document) as Document;
}

/**
 * Appends the meanings of an open enum's values to the property's description, so that editors show the meanings.
 * Returns a copy of the document.
 */
export function foldMeanings<Document>(document: Document): Document {
  function copyOf(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(copyOf);
    if (!isObject(node)) return node;
    const copy: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(node)) copy[key] = copyOf(value);
    const list = listMeanings(openEnumOf(document, node)?.values ?? []);
    if (list !== "" && referenceTarget(node) === undefined)
      copy["description"] = [text(node["description"]), list, "More values may be added."]
        .filter((part) => part !== undefined)
        .join("\n\n");
    return copy;
  }
  return copyOf(document) as Document;
}
