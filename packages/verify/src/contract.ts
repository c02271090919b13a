import {
  follow,
  isObject,
  type JsonObject,
  openEnumOf,
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

/** The contract of the one operation, as far as answers are judged by it. */
export interface Contract {
  document: JsonObject;
  responses: ReadonlyMap<number, DocumentedResponse>;
  /** For any other failure. */
  fallback: DocumentedResponse;
  /** Every documented value of `error_code`, whatever the status. */
  errorCodes: readonly string[];
}

/** @throws Error with the next step when the contract has not been built. */
export function openContract(): Contract {
  const document = readContract();
  const [operation] = operationsOf(document);
  if (operation === undefined) throw new Error("The contract describes no operation.");
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
  if (fallback === undefined) throw new Error("The contract has no default response.");
  return {
    document,
    responses: new Map(
      [...operation.responses]
        .filter(([status]) => /^\d+$/.test(status))
        .map(([status, response]) => [Number(status), read(response)]),
    ),
    fallback: read(fallback),
    errorCodes: errorCodesOf(document),
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
