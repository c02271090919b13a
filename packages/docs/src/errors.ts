// Reads statuses and error codes from the contract.
import {
  follow,
  isObject,
  type JsonObject,
  openEnumOf,
  operationsOf,
} from "@vpcep/contract-reader";

import { textOf } from "./text.js";

export interface DocumentedResponse {
  /** HTTP status, or `default`. */
  status: string;
  /** Response description in Markdown. */
  description: string;
  /** Documented `error_code` values for this status. */
  codes: string[];
  response: JsonObject;
}

const documented = (status: string, response: JsonObject): DocumentedResponse => ({
  status,
  description: textOf(response["description"]),
  codes: Array.isArray(response["x-error-codes"])
    ? response["x-error-codes"].filter((code) => typeof code === "string")
    : [],
  response,
});

/** The responses of one operation, in the order of the contract. */
export const responsesOf = ({
  responses,
}: {
  responses: ReadonlyMap<string, JsonObject>;
}): DocumentedResponse[] =>
  [...responses].map(([status, response]) => documented(status, response));

/** The responses of all operations, sorted by status. A response that several operations share is included once. */
export function allResponses(contract: JsonObject): DocumentedResponse[] {
  const seen = new Set<JsonObject>();
  return operationsOf(contract)
    .flatMap(responsesOf)
    .filter(({ response }) => !seen.has(response) && seen.add(response))
    .sort((one, other) => one.status.localeCompare(other.status));
}

/** Meanings of the documented `ErrorBody.error_code` values. */
export function errorCodeMeanings(contract: JsonObject): Record<string, string> {
  const components = isObject(contract["components"]) ? contract["components"] : {};
  const schemas = isObject(components["schemas"]) ? components["schemas"] : {};
  const body = follow(contract, schemas["ErrorBody"]);
  const properties = isObject(body) && isObject(body["properties"]) ? body["properties"] : {};
  const values = openEnumOf(contract, properties["error_code"])?.values ?? [];
  return Object.fromEntries(
    values.flatMap(({ value, meaning }) => (meaning === undefined ? [] : [[value, meaning]])),
  );
}

/** Returns `any other` for the `default` response, and the unchanged status for all other responses. */
export const statusName = (status: string): string => (status === "default" ? "any other" : status);

/** Returns the status class, such as `2xx` or `4xx`, or `other` for `default`. */
export const statusClass = (status: string): string =>
  /^[1-5]/.test(status) ? `${status.charAt(0)}xx` : "other";

/** Splits a description into the cause (the first paragraph) and the remedy (the other paragraphs). */
export function remedyOf(description: string): { happened: string; remedy: string } {
  const [happened = "", ...todo] = description
    .split(/\n{2,}/)
    .map((part) => part.replaceAll(/\s+/g, " ").trim());
  return { happened, remedy: todo.join(" ") };
}
