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
