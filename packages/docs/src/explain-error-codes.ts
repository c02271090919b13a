import { openEnumOf } from "@vpcep/contract-reader";

import { isObject, isText, type JsonObject } from "./json.js";
import { operationsOf } from "./operations-of.js";
import { resolveRef } from "./resolve-ref.js";

/** What each documented value of `ErrorBody.error_code` means, read from its `x-enumDescriptions`. */
export function errorCodeMeanings(description: JsonObject): Record<string, string> {
  const body = resolveRef(description, { $ref: "#/components/schemas/ErrorBody" });
  const code = isObject(body["properties"]) ? body["properties"]["error_code"] : undefined;
  const values = openEnumOf(description, code)?.values ?? [];
  return Object.fromEntries(values.map(({ value, meaning }) => [value, meaning ?? ""]));
}

export interface DocumentedResponse {
  /** HTTP status, or `default`. */
  status: string;
  /** What the response says of itself; Markdown. */
  description: string;
  /** Documented values of `error_code` that this status can carry. */
  codes: string[];
  response: JsonObject;
}

/** The responses of an operation, in the order of the contract. */
export function responsesOf(description: JsonObject, operation: JsonObject): DocumentedResponse[] {
  const responses = isObject(operation["responses"]) ? operation["responses"] : {};
  return Object.entries(responses).map(([status, node]) => {
    const response = resolveRef(description, node);
    return {
      status,
      description: isText(response["description"]) ? response["description"].trim() : "",
      codes: Array.isArray(response["x-error-codes"])
        ? response["x-error-codes"].filter(isText)
        : [],
      response,
    };
  });
}

/** The responses of all operations, by status. One that several operations share comes several times. */
export const allResponses = (description: JsonObject): DocumentedResponse[] =>
  operationsOf(description)
    .flatMap(({ operation }) => responsesOf(description, operation))
    .sort((one, other) => one.status.localeCompare(other.status));

/**
 * Adds a table of error codes and their meanings to the description of every response that names such codes in
 * `x-error-codes`. Returns a copy.
 */
export function explainErrorCodes(description: JsonObject): JsonObject {
  const meanings = errorCodeMeanings(description);
  const copy = structuredClone(description);
  for (const { response, description: text, codes } of allResponses(copy)) {
    if (codes.length === 0) continue;
    const rows = codes.map((code) => `| \`${code}\` | ${meanings[code] ?? ""} |`);
    response["description"] = [
      text,
      "",
      "| Code | What it means |",
      "| --- | --- |",
      ...rows,
      "",
    ].join("\n");
  }
  return copy;
}
