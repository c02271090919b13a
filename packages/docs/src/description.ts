// The variant of the contract that Redoc draws. The downloads hold the contract itself.
import {
  isObject,
  type Json,
  type JsonObject,
  openEnumOf,
  operationsOf,
} from "@vpcep/contract-reader";

import { callCard, fieldOverview } from "./call-card.js";
import { allResponses, errorCodeMeanings } from "./errors.js";
import { objectsOf, otherValues, textOf } from "./text.js";

/**
 * The contract as the docs show it: each operation begins with a card that says what to call and how, each
 * successful response with its fields, each failure with its error codes; open enums are one list of values.
 * Left out are tags, because Redoc 3 hides a tagged operation behind a button; security, because the card tells it
 * and Redoc's dialog has neither a role nor a name for its button; and all servers but the first, because Redoc's
 * server menu would not change the samples of the card.
 */
export function docsDescription(contract: JsonObject): JsonObject {
  const copy = showOpenEnums(contract, contract) as JsonObject;
  delete copy["tags"];
  delete copy["security"];
  const originals = new Map(operationsOf(contract).map((place) => [place.pointer, place]));
  for (const place of operationsOf(copy)) {
    delete place.operation["tags"];
    delete place.operation["security"];
    place.operation["description"] = [
      callCard(contract, originals.get(place.pointer) ?? place),
      textOf(place.operation["description"]),
    ].join("\n\n");
  }
  explainErrorCodes(copy, errorCodeMeanings(contract));
  for (const place of operationsOf(copy))
    for (const [status, response] of place.responses)
      if (status.startsWith("2"))
        response["description"] = [
          textOf(response["description"]),
          fieldOverview(contract, originals.get(place.pointer) ?? place, status),
        ].join("\n\n");
  copy["info"] = { ...(isObject(copy["info"]) ? copy["info"] : {}), description: "" };
  copy["servers"] = objectsOf(copy["servers"]).slice(0, 1);
  return copy;
}

/**
 * Turns every open enum into one list of values with their meanings, because readers look for values, not for two
 * alternatives of a schema. The text of the property stays; what the contract says of other values ends it.
 */
function showOpenEnums(contract: JsonObject, node: Json): Json {
  if (Array.isArray(node)) return node.map((item) => showOpenEnums(contract, item));
  if (!isObject(node)) return node;
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(node)) copy[key] = showOpenEnums(contract, value);
  const open = "$ref" in node ? undefined : openEnumOf(contract, node);
  if (open === undefined) return copy;
  delete copy["anyOf"];
  const meanings = open.values.flatMap(({ value, meaning }) =>
    meaning === undefined ? [] : [[value, meaning]],
  );
  return {
    ...copy,
    type: "string",
    description: [textOf(copy["description"]), otherValues(open.others, "*")].join("\n\n"),
    enum: open.values.map(({ value }) => value),
    ...(meanings.length > 0
      ? { "x-enumDescriptions": Object.fromEntries(meanings) as JsonObject }
      : {}),
  };
}

/** Adds a table of error codes and their meanings to every response that names such codes in `x-error-codes`. */
function explainErrorCodes(copy: JsonObject, meanings: Record<string, string>): void {
  const explained = new Set<JsonObject>();
  for (const { response, description, codes } of allResponses(copy)) {
    if (codes.length === 0 || explained.has(response)) continue;
    explained.add(response);
    const rows = codes.map((code) => `| \`${code}\` | ${meanings[code] ?? ""} |`);
    response["description"] = [
      description,
      "",
      "| Code | Meaning |",
      "| --- | --- |",
      ...rows,
    ].join("\n");
  }
}
