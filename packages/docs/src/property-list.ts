import { openEnumOf } from "@vpcep/contract-reader";

import { isObject, isText, textOf, type Json, type JsonObject } from "./json.js";
import { resolveRef } from "./resolve-ref.js";

const oneLine = (value: Json | undefined): string =>
  isText(value)
    ? value
        .trim()
        .replaceAll(/\s*\n\s*-\s+/g, "; ")
        .replaceAll(/\s+/g, " ")
    : "";

/**
 * The properties of a schema as a nested Markdown list: name, form, whether it is required, what it is, each
 * documented value with its meaning, and an example. Empty for a schema without properties.
 */
export function propertyList(contract: JsonObject, schema: JsonObject, depth = 0): string {
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
  const indent = "  ".repeat(depth);
  return Object.entries(properties)
    .flatMap(([name, node]) => {
      const property = resolveRef(contract, node);
      const items = resolveRef(contract, property["items"]);
      const nested = property["type"] === "array" ? items : property;
      const form = [formOf(property, items), required.has(name) ? "required" : "optional"].join(
        ", ",
      );
      const children = propertyList(contract, nested, depth + 1);
      return [
        `${indent}- **\`${name}\`** (${form}): ${oneLine(property["description"])}${exampleOf(property)}`,
        ...valuesOf(contract, property).map((line) => `${indent}  - ${line}`),
        ...(children === "" ? [] : [children]),
      ];
    })
    .join("\n");
}

function formOf(property: JsonObject, items: JsonObject): string {
  const type = textOf(property["type"]) || ("anyOf" in property ? "string" : "any");
  if (type === "array") return `array of ${textOf(items["title"] ?? items["type"])}`;
  const { minimum, maximum } = property;
  const range =
    typeof minimum === "number" && typeof maximum === "number" ? ` ${minimum} to ${maximum}` : "";
  return isText(property["format"]) ? `${type}, ${property["format"]}` : `${type}${range}`;
}

function exampleOf(property: JsonObject): string {
  const [example] = Array.isArray(property["examples"]) ? property["examples"] : [];
  return example === undefined || example === "" ? "" : ` Example: \`${textOf(example)}\`.`;
}

function valuesOf(contract: JsonObject, property: JsonObject): string[] {
  const open = openEnumOf(contract, property);
  if (open === undefined) return [];
  return [
    ...open.values.map(({ value, meaning }) => `\`${value}\`: ${oneLine(meaning)}`),
    `any other value: ${oneLine(open.others)}`,
  ];
}
