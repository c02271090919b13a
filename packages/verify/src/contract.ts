import {
  createPathMatcher,
  follow,
  isObject,
  type JsonObject,
  openEnumOf,
  type Operation,
  operationsOf,
  readContract,
} from "@vpcep/contract-reader";

/** The documented response for a status. */
export interface DocumentedResponse {
  /** The alternative schemas for the body, keyed by media type. */
  content: ReadonlyMap<string, readonly JsonObject[]>;
  /** Header schemas, keyed by lowercase header name. */
  headers: ReadonlyMap<string, JsonObject>;
  /** Documented `error_code` values for this status, if the contract lists any. */
  errorCodes: readonly string[] | undefined;
}

/** An operation with its documented responses. */
export interface DocumentedOperation {
  path: string;
  /** Whether a 200 response contains a single endpoint service, which the client's validator checks. */
  isDetails: boolean;
  responses: ReadonlyMap<number, DocumentedResponse>;
  /** The `default` response. */
  fallback: DocumentedResponse;
}

/** The contract data that is needed to check responses. */
export interface Contract {
  document: JsonObject;
  /** The operation that returns a single endpoint service. */
  details: DocumentedOperation;
  /**
   * Finds the operation for a GET request. The URL can contain a prefix before the documented path.
   *
   * @returns The operation, or undefined if the path is undocumented.
   */
  find(url: string): FoundOperation | "sibling" | undefined;
  /** All documented `error_code` values, regardless of the status. */
  errorCodes: readonly string[];
}

/** An operation and the decoded ID of the requested endpoint service. */
export interface FoundOperation {
  operation: DocumentedOperation;
  requestedId?: string;
}

const detailsOperation = "getVpcEndpointService";

/** The last path segments of the sibling operations. For example, `…/vpc-endpoint-services/public` lists services. */
const siblings: readonly string[] = ["public", "describe"];

/**
 * Prepares a contract for checking responses.
 *
 * @param document Bundled OpenAPI description. Default: this repository's contract.
 * @throws Error if the contract has not been built.
 */
export function openContract(document = readContract()): Contract {
  const operations = operationsOf(document)
    .filter(({ method }) => method === "get")
    .map((operation) => readOperation(document, operation));
  const details = operations.find(({ isDetails }) => isDetails);
  if (details === undefined) throw new Error(`The contract has no operation ${detailsOperation}.`);
  const match = createPathMatcher(operations, false);
  return {
    document,
    details,
    errorCodes: errorCodesOf(document),
    find(url) {
      const found = match(url);
      if (found === undefined || Object.values(found.values).includes("")) return undefined;
      const { operation, values } = found;
      if (!operation.isDetails) return { operation };
      const requestedId = decode(values["vpc_endpoint_service_id"] ?? "");
      return siblings.includes(requestedId) ? "sibling" : { operation, requestedId };
    },
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readOperation(document: JsonObject, operation: Operation): DocumentedOperation {
  const read = (response: JsonObject): DocumentedResponse => ({
    content: new Map(
      objectsOf(response["content"]).map(([type, { schema }]) => [
        type,
        alternativesOf(document, isObject(schema) ? schema : {}),
      ]),
    ),
    headers: new Map(
      objectsOf(response["headers"]).map(([name, header]) => {
        const { schema } = follow(document, header);
        return [name.toLowerCase(), isObject(schema) ? schema : {}];
      }),
    ),
    errorCodes: Array.isArray(response["x-error-codes"])
      ? response["x-error-codes"].map(String)
      : undefined,
  });
  const fallback = operation.responses.get("default");
  if (fallback === undefined)
    throw new Error(`The contract has no default response for ${operation.path}.`);
  return {
    path: operation.path,
    isDetails: operation.operationId === detailsOperation,
    responses: new Map(
      [...operation.responses]
        .filter(([status]) => /^\d+$/.test(status))
        .map(([status, response]) => [Number(status), read(response)]),
    ),
    fallback: read(fallback),
  };
}

const objectsOf = (node: unknown): [string, JsonObject][] =>
  Object.entries(isObject(node) ? node : {}).filter((entry): entry is [string, JsonObject] =>
    isObject(entry[1]),
  );

/** Returns the `anyOf` alternatives in a body schema. An open enum counts as a single schema. */
function alternativesOf(document: JsonObject, schema: JsonObject): readonly JsonObject[] {
  const { anyOf } = schema;
  return Array.isArray(anyOf) && openEnumOf(document, schema) === undefined
    ? anyOf.filter(isObject)
    : [schema];
}

function errorCodesOf(document: JsonObject): string[] {
  const { components } = document;
  const schemas =
    isObject(components) && isObject(components["schemas"]) ? components["schemas"] : {};
  const body = schemas["ErrorBody"];
  const properties = isObject(body) && isObject(body["properties"]) ? body["properties"] : {};
  const documented = openEnumOf(document, properties["error_code"]);
  return documented?.values.map(({ value }) => value) ?? [];
}
