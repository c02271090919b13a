import { isObject, type JsonObject } from "./json.js";
import { appendToken } from "./pointer.js";
import { follow } from "./references.js";

/** HTTP methods allowed in a path item. */
export const httpMethods = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
] as const;

export type HttpMethod = (typeof httpMethods)[number];

/** Whether a key in a path item is an HTTP method. */
export const isHttpMethod = (key: string): key is HttpMethod =>
  (httpMethods as readonly string[]).includes(key);

/** An operation, including inherited parameters and security requirements. */
export interface Operation {
  /** Path template, such as `/v1/{project_id}`. */
  path: string;
  method: HttpMethod;
  /** JSON Pointer to the operation. */
  pointer: string;
  operation: JsonObject;
  operationId: string | undefined;
  /** Parameters of the operation and its path item, with references resolved. */
  parameters: readonly JsonObject[];
  /** Responses, keyed by status (`200`, `4XX`, `default`), with references resolved. */
  responses: ReadonlyMap<string, JsonObject>;
  /** The operation's security requirements, or the document's if the operation defines none. */
  security: readonly JsonObject[];
}

/**
 * Returns the operations in a bundled description, in document order.
 *
 * @throws Error if a parameter or response reference cannot be resolved.
 */
export function operationsOf(document: JsonObject): Operation[] {
  const paths = isObject(document["paths"]) ? document["paths"] : {};
  return Object.entries(paths).flatMap(([path, given]) => {
    const item = follow(document, given);
    if (!isObject(item)) return [];
    return Object.entries(item).flatMap(([method, operation]): Operation[] => {
      if (!isHttpMethod(method) || !isObject(operation)) return [];
      const { operationId } = operation;
      return [
        {
          path,
          method,
          pointer: appendToken(appendToken("/paths", path), method),
          operation,
          operationId: typeof operationId === "string" ? operationId : undefined,
          parameters: parametersOf(document, item, operation),
          responses: responsesOf(document, operation),
          security: objects(operation["security"] ?? document["security"]),
        },
      ];
    });
  });
}

const objects = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

function parametersOf(
  document: JsonObject,
  item: JsonObject,
  operation: JsonObject,
): readonly JsonObject[] {
  const merged = new Map<string, JsonObject>();
  for (const { parameters } of [item, operation] as { parameters?: unknown }[])
    for (const given of objects(parameters)) {
      const parameter = follow(document, given);
      merged.set(JSON.stringify([parameter["in"], parameter["name"]]), parameter);
    }
  return [...merged.values()];
}

function responsesOf(
  document: JsonObject,
  { responses }: JsonObject,
): ReadonlyMap<string, JsonObject> {
  const entries = Object.entries(isObject(responses) ? responses : {});
  return new Map(
    entries.flatMap(([status, given]): [string, JsonObject][] =>
      status.startsWith("x-") || !isObject(given) ? [] : [[status, follow(document, given)]],
    ),
  );
}
