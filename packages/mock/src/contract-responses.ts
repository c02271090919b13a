// Reads operations, parameters, and responses from the contract.
import {
  createPathMatcher,
  examplesOf,
  follow,
  isObject,
  type JsonObject,
  type Operation,
  operationsOf,
  type PathMatch,
} from "@vpcep/contract-reader";

import { type ResponseSource, detailsOperation, isSibling } from "./compose-response.js";
import type { Contract } from "./mock-options.js";
import type { ServiceExamples } from "./service.js";

/** One operation in the contract. */
export interface OperationResponses extends ResponseSource {
  /** Path template. */
  path: string;
  /** Returns the reason why a decoded path parameter is invalid, or undefined if the parameter is valid. */
  problemWith(parameter: string, value: string): string | undefined;
  /** Returns the schema of a response body. */
  schemaOf(status: number, mediaType: string): JsonObject;
}

/** The contract data that the server uses. */
export interface ContractResponses {
  document: JsonObject;
  version: string;
  /** The GET operations. */
  operations: readonly OperationResponses[];
  /** The operation that returns a single endpoint service. */
  details: OperationResponses;
  /**
   * Finds the operation for a request. Path parameters may be empty. Ignores undocumented sibling operations.
   */
  find(target: string): PathMatch<OperationResponses> | undefined;
}

/** @throws Error if the contract lacks the details operation or an example that the mock needs. */
export function readContractResponses(contract: Contract): ContractResponses {
  const document = contract as JsonObject;
  const examples = examplesOf(document);
  const bodies = Object.fromEntries(examples.map(({ name, value }) => [name, value]));
  for (const name of needed)
    if (!Object.hasOwn(bodies, name))
      throw new Error(`The contract has no example ${name}, which the mock needs.`);

  const operations = operationsOf(document)
    .filter(({ method }) => method === "get")
    .map((operation): OperationResponses => ({
      ...readOperation(document, operation),
      bodies: bodies as typeof bodies & ServiceExamples,
      responses: examples
        .filter(({ operationId }) => operationId === operation.operationId)
        .map(({ name, status, mediaType }) => ({
          example: name,
          status: status === "default" ? status : Number(status),
          mediaType,
        })),
    }));
  const details = operations.find(({ isDetails }) => isDetails);
  if (details === undefined)
    throw new Error(`The contract has no operation ${detailsOperation}, which the mock needs.`);
  const match = createPathMatcher(operations);
  return {
    document,
    version: (document["info"] as { version: string }).version,
    operations,
    details,
    find(target) {
      const found = match(target);
      const id = found?.values[serviceIdParameter] ?? "";
      return found?.operation.isDetails === true && isSibling(id) ? undefined : found;
    },
  };
}

/** Names of the path parameters whose values occur in responses. */
export const [projectIdParameter, serviceIdParameter] = [
  "project_id",
  "vpc_endpoint_service_id",
] as const;

function readOperation(
  document: JsonObject,
  operation: Operation,
): Omit<OperationResponses, "responses" | "bodies"> {
  const rules = new Map(
    operation.parameters
      .filter((parameter) => parameter["in"] === "path")
      .map(({ name, schema }) => [name as string, follow(document, schema ?? {})]),
  );
  return {
    path: operation.path,
    isDetails: operation.operationId === detailsOperation,
    problemWith: (parameter, value) => findProblem(parameter, value, rules.get(parameter)),
    schemaOf(status, mediaType) {
      const response =
        operation.responses.get(String(status)) ?? operation.responses.get("default") ?? {};
      const content = isObject(response["content"]) ? response["content"][mediaType] : undefined;
      return isObject(content) && isObject(content["schema"]) ? content["schema"] : {};
    },
  };
}

/** Names of the examples that the mock needs. */
const needed = [
  "vpc-endpoint-service-printed",
  "vpc-endpoint-service-vip",
  "vpc-endpoint-service-failed",
  "error-authentication-failed",
  "error-gateway-api-not-found",
  "error-gateway-unknown-api",
  "error-internal",
  "error-invalid-service-id",
  "error-method-not-allowed",
  "error-not-acceptable",
  "error-permission-denied",
  "error-service-not-found",
  "error-throttled",
  "error-too-many-requests",
] as const;

/** Name of an example that the mock needs. */
export type NeededExample = (typeof needed)[number];

function findProblem(name: string, value: string, schema: unknown): string | undefined {
  if (!isObject(schema)) return undefined;
  const { minLength, maxLength, pattern } = schema;
  const length = Array.from(value).length;
  if (typeof minLength === "number" && length < minLength)
    return `${name} must have at least ${minLength} character${minLength === 1 ? "" : "s"}.`;
  if (typeof maxLength === "number" && length > maxLength)
    return `${name} must have at most ${maxLength} characters.`;
  if (typeof pattern === "string" && !new RegExp(pattern, "u").test(value))
    return `${name} must match ${pattern}.`;
  return undefined;
}
