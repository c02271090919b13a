import { openEnumOf, referenceTarget } from "@vpcep/contract-reader";

import { isObject, textOf, type Json, type JsonObject } from "./json.js";

/**
 * Turns every open enum (`anyOf` of the documented values and a plain string) into one list of values with
 * their meanings, because readers should see values, not two alternatives of a schema. Of the component that lists
 * the values only the values and their meanings are kept: the description is the property's. What the second
 * alternative says becomes the last sentence of the description. Only for display: the result no longer
 * accepts undocumented values.
 *
 * @returns a copy.
 */
export function foldOpenEnums(document: Json): Json {
  function fold(node: Json): Json {
    if (Array.isArray(node)) return node.map(fold);
    if (!isObject(node)) return node;
    const copy: JsonObject = {};
    for (const [key, value] of Object.entries(node)) copy[key] = fold(value);
    const open = referenceTarget(node) === undefined ? openEnumOf(document, node) : undefined;
    if (open === undefined) return copy;
    delete copy["anyOf"];
    const meanings = open.values.flatMap(({ value, meaning }) =>
      meaning === undefined ? [] : [[value, meaning]],
    );
    return {
      type: "string",
      ...copy,
      description: [
        textOf(copy["description"]),
        `*More values may be added.* ${open.others ?? ""}`.trim(),
      ].join("\n\n"),
      enum: open.values.map(({ value }) => value),
      ...(meanings.length === 0
        ? {}
        : { "x-enumDescriptions": Object.fromEntries(meanings) as JsonObject }),
    };
  }
  return fold(document);
}
