import type { Description } from "./description.js";
import { isObject } from "./site.js";
import { valueAt } from "./value-at.js";

/**
 * Whether a description is one document, and each of its references leads to a place in it, those of the
 * mappings of discriminators included.
 */
export function standsAlone({ documents, root }: Description): boolean {
  const isLocal = (reference: unknown): boolean =>
    typeof reference === "string" && valueAt(root.value, reference) !== undefined;
  const isAlone = (value: unknown): boolean =>
    typeof value !== "object" ||
    value === null ||
    Object.entries(value).every(([key, inner]: [string, unknown]) => {
      if (key === "$ref" && typeof inner === "string") return isLocal(inner);
      if (key === "mapping" && isObject(inner)) return Object.values(inner).every(isLocal);
      return isAlone(inner);
    });
  return documents.size === 1 && isAlone(root.value);
}
