// Reads what the server needs out of the contract: the address, the rules for its parts, and the documented answers.
import {
  examplesOf,
  follow,
  isObject,
  type JsonObject,
  operationsOf,
} from "@vpcep/contract-reader";

import type { AnswerSource } from "./compose-answer.js";
import type { Contract } from "./mock-options.js";
import type { ServiceExamples } from "./service.js";

/** What the server knows of the contract. */
export interface ContractAnswers extends AnswerSource {
  document: JsonObject;
  version: string;
  /** Matches the path of the operation, with the parameters as groups, empty ones included. */
  address: RegExp;
  /** Why a decoded path parameter breaks the contract; undefined when it does not. */
  problemWith(parameter: string, value: string): string | undefined;
  /** Schema of a documented body. */
  schemaOf(status: number, mediaType: string): JsonObject;
}

/** @throws Error when the contract lacks an example that services are made from, or describes another operation. */
export function readContractAnswers(contract: Contract): ContractAnswers {
  const document = contract as JsonObject;
  const [operation] = operationsOf(document);
  if (operation === undefined) throw new Error("The contract describes no operation.");
  const examples = examplesOf(document);
  const bodies = Object.fromEntries(examples.map(({ name, value }) => [name, value]));
  for (const name of needed)
    if (!Object.hasOwn(bodies, name))
      throw new Error(`The contract has lost its example ${name}; the mock needs it.`);

  const escaped = operation.path.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  const rules = new Map(
    operation.parameters
      .filter((parameter) => parameter["in"] === "path")
      .map(({ name, schema }) => [name as string, follow(document, schema ?? {})]),
  );
  return {
    document,
    version: (document["info"] as { version: string }).version,
    address: new RegExp(`^${escaped.replace(/\{(\w+)\}/g, "(?<$1>[^/]*)")}$`),
    problemWith: (parameter, value) => findProblem(parameter, value, rules.get(parameter)),
    answers: examples.map(({ name, status, mediaType }) => ({
      example: name,
      status: status === "default" ? status : Number(status),
      mediaType,
    })),
    bodies: bodies as typeof bodies & ServiceExamples,
    schemaOf(status, mediaType) {
      const response =
        operation.responses.get(String(status)) ?? operation.responses.get("default") ?? {};
      const content = isObject(response["content"]) ? response["content"][mediaType] : undefined;
      return isObject(content) && isObject(content["schema"]) ? content["schema"] : {};
    },
  };
}

/** Examples that the server refers to by name. */
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

/** An example that the server refers to by name. */
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
