// What the contract says of statuses and error codes.
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
  /** What the response says of itself; Markdown. */
  description: string;
  /** Documented values of `error_code` that this status can carry. */
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

/** The responses of all operations, by status. One that several operations share comes several times. */
export const allResponses = (contract: JsonObject): DocumentedResponse[] =>
  operationsOf(contract)
    .flatMap(responsesOf)
    .sort((one, other) => one.status.localeCompare(other.status));

/** What each documented value of `ErrorBody.error_code` means. */
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

/** What people call a status that the contract does not name. */
export const statusName = (status: string): string => (status === "default" ? "any other" : status);

/** `2xx`, `4xx` or `5xx`; the remaining ones as `other`. */
export const statusClass = (status: string): string =>
  /^[1-5]/.test(status) ? `${status.charAt(0)}xx` : "other";

/** What happened, and what to do about it: a description's first paragraph says the former, the rest the latter. */
export function remedyOf(description: string): { happened: string; remedy: string } {
  const [happened = "", ...todo] = description
    .split(/\n{2,}/)
    .map((part) => part.replaceAll(/\s+/g, " ").trim());
  return { happened, remedy: todo.join(" ") };
}
