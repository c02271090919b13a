import { isObject, type Json, type JsonObject } from "./json.js";

/** Follows a local `$ref`; anything else comes back as it is. */
export function resolveRef(description: JsonObject, node: Json | undefined): JsonObject {
  if (!isObject(node)) return {};
  const ref = node["$ref"];
  if (typeof ref !== "string") return node;
  const target = ref
    .replace(/^#\//, "")
    .split("/")
    .reduce<Json | undefined>(
      (at, key) => (isObject(at) ? at[key.replaceAll("~1", "/").replaceAll("~0", "~")] : undefined),
      description,
    );
  return resolveRef(description, target);
}

export interface OperationPlace {
  path: string;
  method: string;
  operation: JsonObject;
}

/**
 * The one operation of the contract.
 *
 * @throws Error when the description has none, or more than one: the pages are written for exactly one.
 */
export function operationOf(description: JsonObject): OperationPlace {
  const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
  const places: OperationPlace[] = [];
  for (const [path, item] of Object.entries(
    isObject(description["paths"]) ? description["paths"] : {},
  )) {
    for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
      if (methods.has(method) && isObject(operation)) places.push({ path, method, operation });
    }
  }
  const [only, more] = places;
  if (only === undefined || more !== undefined) {
    throw new Error(
      `The docs are made for a description with one operation; this one has ${places.length}.`,
    );
  }
  return only;
}
