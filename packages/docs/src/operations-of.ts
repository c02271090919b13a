import { isObject, type JsonObject } from "./json.js";

export interface OperationPlace {
  path: string;
  method: string;
  operation: JsonObject;
}

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/**
 * The operations of a description, in its order.
 *
 * @throws Error when it has none.
 */
export function operationsOf(description: JsonObject): [OperationPlace, ...OperationPlace[]] {
  const paths = isObject(description["paths"]) ? description["paths"] : {};
  const [first, ...others] = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(isObject(item) ? item : {}).flatMap(([method, operation]) =>
      methods.has(method) && isObject(operation) ? [{ path, method, operation }] : [],
    ),
  );
  if (first === undefined) throw new Error("The description has no operation to document.");
  return [first, ...others];
}
