import { isObject, type Json, type JsonObject } from "./json.js";

/**
 * Turns every open enum (`anyOf` of the documented values and a plain string) into one list of values with
 * their meanings, because readers should see values, not two alternatives of a schema. What the second
 * alternative says becomes the last sentence of the description. Only for display: the result no longer
 * accepts undocumented values.
 *
 * @returns a copy.
 */
export function foldOpenEnums(node: Json): Json {
  if (Array.isArray(node)) return node.map(foldOpenEnums);
  if (!isObject(node)) return node;
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(node)) copy[key] = foldOpenEnums(value);
  const branches = Array.isArray(copy["anyOf"]) ? copy["anyOf"].filter(isObject) : [];
  const documented = branches.find((branch) => Array.isArray(branch["enum"]));
  const open = branches.find((branch) => branch["type"] === "string" && !("enum" in branch));
  if (branches.length !== 2 || documented === undefined || open === undefined) return copy;
  delete copy["anyOf"];
  const others = typeof open["description"] === "string" ? open["description"].trim() : "";
  return {
    ...copy,
    description: [
      typeof copy["description"] === "string" ? copy["description"].trim() : "",
      `*Other values may come.* ${others}`.trim(),
    ].join("\n\n"),
    enum: documented["enum"] as Json,
    ...(isObject(documented["x-enumDescriptions"])
      ? { "x-enumDescriptions": documented["x-enumDescriptions"] }
      : {}),
  };
}
