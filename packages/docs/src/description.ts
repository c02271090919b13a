// Creates the OpenAPI description that Redoc renders. The downloads contain the unchanged contract.
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
 * Adapts the contract for Redoc. Each operation starts with a call card. Descriptions of successful responses end with
 * a field overview, and descriptions of error responses end with a table of error codes. Open enums become lists of
 * values. The copy omits elements that don't work well in Redoc:
 *
 * - Tags are omitted, because Redoc 3 hides tagged operations behind a button.
 * - Security requirements are omitted, because the call card shows the credentials and Redoc's security dialog isn't
 *   accessible.
 * - All servers except the first server are omitted, because Redoc's server menu doesn't change the samples in the call
 *   card.
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
 * Converts each open enum from two alternative schemas to a list of values and their meanings. Appends the description
 * of undocumented values to the property's description.
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

/** Adds a table of error codes and their meanings to each response with `x-error-codes`. */
function explainErrorCodes(copy: JsonObject, meanings: Record<string, string>): void {
  for (const { response, description, codes } of allResponses(copy)) {
    if (codes.length === 0) continue;
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
