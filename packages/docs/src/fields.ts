// Flat lists of schema fields for the field overview, `openapi.md`, and the search.
import {
  follow,
  isObject,
  type Json,
  type JsonObject,
  type OpenEnum,
  openEnumOf,
} from "@vpcep/contract-reader";

import { textOf } from "./text.js";

export interface Field {
  /** Path from the root schema, with `[]` after array names, such as `ports[]/protocol`. */
  path: string;
  name: string;
  depth: number;
  required: boolean;
  /** Type, format, and limits, such as `string (uuid), 1 to 64 characters`. */
  form: string;
  /** Regular expression for a string field. Empty if the field has no pattern. */
  pattern: string;
  /** Markdown. */
  description: string;
  /** Documented values, if the field is an open enum. */
  values: OpenEnum | undefined;
  schema: JsonObject;
}

/**
 * Returns all fields in a schema, with each parent before its children. Recursion stops at a schema that contains
 * itself.
 */
export function fieldsOf(
  contract: JsonObject,
  given: Json,
  above: readonly JsonObject[] = [],
  prefix = "",
): Field[] {
  const schema = membersOf(contract, given);
  if (above.includes(schema.identity)) return [];
  return Object.entries(schema.properties).flatMap(([name, node]) => {
    const property = follow(contract, node);
    if (!isObject(property)) return [];
    const path = `${prefix}${name}`;
    const items = follow(contract, property["items"]);
    const nested = isObject(items) ? items : property;
    return [
      {
        path,
        name,
        depth: above.length,
        required: schema.required.includes(name),
        form: formOf(contract, property),
        pattern: textOf(property["pattern"]),
        description: textOf(isObject(node) ? (node["description"] ?? property["description"]) : ""),
        values: openEnumOf(contract, property),
        schema: property,
      },
      ...fieldsOf(
        contract,
        nested,
        [...above, schema.identity],
        `${path}${isObject(items) ? "[]" : ""}/`,
      ),
    ];
  });
}

/** Returns the properties and required property names of a schema and its `allOf` schemas. */
function membersOf(
  contract: JsonObject,
  given: Json,
): { identity: JsonObject; properties: Record<string, Json>; required: string[] } {
  const schema = follow(contract, given);
  if (!isObject(schema)) return { identity: {}, properties: {}, required: [] };
  const parts = (Array.isArray(schema["allOf"]) ? schema["allOf"] : []).map((part) =>
    membersOf(contract, part),
  );
  const own = Array.isArray(schema["required"]) ? schema["required"] : [];
  return {
    identity: schema,
    properties: Object.assign(
      {},
      ...parts.map(({ properties }) => properties),
      isObject(schema["properties"]) ? schema["properties"] : {},
    ) as Record<string, Json>,
    required: [
      ...parts.flatMap(({ required }) => required),
      ...own.filter((name) => typeof name === "string"),
    ],
  };
}

/** Describes a schema's type, format, and limits in words. */
export function formOf(contract: JsonObject, given: Json): string {
  const schema = follow(contract, given);
  if (!isObject(schema)) return "any";
  const open = openEnumOf(contract, schema);
  const listed = Array.isArray(schema["type"])
    ? schema["type"].map(textOf).join(" or ")
    : textOf(schema["type"]);
  const type = listed || (open === undefined ? "any" : "string");
  if (type === "array") {
    const items = follow(contract, schema["items"]);
    const name = isObject(items) ? (items["title"] ?? items["type"]) : undefined;
    return [`array of ${textOf(name) || "any"}`, ...limits(schema, "Items", "items")].join(", ");
  }
  const format = textOf(schema["format"]);
  return [
    format === "" ? type : `${type} (${format})`,
    ...limits(schema, "Length", "characters"),
    ...range(schema),
  ].join(", ");
}

function limits(schema: JsonObject, key: "Items" | "Length", unit: string): string[] {
  const { [`min${key}`]: least, [`max${key}`]: most } = schema;
  return least === undefined && most === undefined ? [] : [`${span(least, most)} ${unit}`];
}

const range = ({ minimum, maximum }: JsonObject): string[] =>
  minimum === undefined && maximum === undefined ? [] : [span(minimum, maximum)];

function span(least: Json | undefined, most: Json | undefined): string {
  if (most === undefined) return `at least ${textOf(least)}`;
  if (least === undefined) return `at most ${textOf(most)}`;
  return `${textOf(least)} to ${textOf(most)}`;
}

/**
 * Returns an example value for a field as JSON. The value comes from the first example body that contains the field, or
 * from the field's schema if no body contains the field.
 */
export function exampleOf({ path, schema, values }: Field, bodies: readonly Json[]): string {
  for (const body of bodies) {
    const found = path.split("/").reduce<Json | undefined>((at, step) => {
      const value = isObject(at) ? at[step.replace("[]", "")] : undefined;
      return step.endsWith("[]") && Array.isArray(value) ? value[0] : value;
    }, body);
    if (found !== undefined && (typeof found !== "object" || found === null))
      return JSON.stringify(found);
  }
  const [own] = Array.isArray(schema["examples"]) ? schema["examples"] : [];
  if (own !== undefined && (typeof own !== "object" || own === null)) return JSON.stringify(own);
  const [first] = values?.values ?? [];
  return first === undefined ? "" : JSON.stringify(first.value);
}
