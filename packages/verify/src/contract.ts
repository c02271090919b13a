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

/** What the contract says about one status. */
export interface DocumentedResponse {
  /** Alternative schemas by media type. */
  content: ReadonlyMap<string, readonly JsonObject[]>;
  /** Schemas by header name in lower case. */
  headers: ReadonlyMap<string, JsonObject>;
  /** Documented values of `error_code` for this status; undefined when the contract lists none. */
  errorCodes: readonly string[] | undefined;
}

/** One operation, as far as answers are judged by it. */
export interface DocumentedOperation {
  path: string;
  /** Whether a success is one endpoint service, which the client's own validator judges. */
  isDetails: boolean;
  responses: ReadonlyMap<number, DocumentedResponse>;
  /** For any other failure. */
  fallback: DocumentedResponse;
}

/** The contract, as far as answers are judged by it. */
export interface Contract {
  document: JsonObject;
  /** The operation that reads one endpoint service. */
  details: DocumentedOperation;
  /**
   * The operation that a GET of an address is for, a prefix before its path ignored; undefined for undocumented ones.
   */
  find(url: string): FoundOperation | "sibling" | undefined;
  /** Every documented value of `error_code`, whatever the status. */
  errorCodes: readonly string[];
}

/** An operation, and the endpoint service that is asked for, decoded. */
export interface FoundOperation {
  operation: DocumentedOperation;
  requestedId?: string;
}

const detailsOperation = "getVpcEndpointService";

/** IDs that are the names of sibling operations: `…/vpc-endpoint-services/public` lists services. */
const siblings: readonly string[] = ["public", "describe"];

/**
 * Prepares a contract for judging.
 *
 * @param document Bundled description. Default: that of this repository.
 * @throws Error with the next step when the contract has not been built.
 */
export function openContract(document = readContract()): Contract {
  const operations = operationsOf(document)
    .filter(({ method }) => method === "get")
    .map((operation) => readOperation(document, operation));
  const details = operations.find(({ isDetails }) => isDetails);
  if (details === undefined)
    throw new Error(`The contract describes no operation ${detailsOperation}.`);
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

/** The whole objects that a body may be. The `anyOf` of an open enum is none of these. */
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
