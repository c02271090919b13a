// Resolves `$ref` references within a document.
import { isObject } from "./json.js";
import { getAt, parsePointer } from "./pointer.js";

/** Returns the value of `$ref` in a node, or undefined if the node is not a reference. */
export function referenceTarget(node: unknown): string | undefined {
  const reference = isObject(node) ? node["$ref"] : undefined;
  return typeof reference === "string" ? reference : undefined;
}

/**
 * Splits a reference within the document into its keys: `#/paths/~1a%20b` becomes `paths` and `/a b`. Returns undefined
 * for references to anchors or to other documents.
 */
export function fragmentTokens(reference: string): string[] | undefined {
  if (reference !== "#" && !reference.startsWith("#/")) return undefined;
  return parsePointer(reference).map((token) => {
    try {
      return decodeURIComponent(token);
    } catch {
      return token;
    }
  });
}

/**
 * Resolves a chain of `$ref` references within the document. A node that is not a reference is returned unchanged.
 *
 * @throws Error if a reference is circular, cannot be resolved, or points to another document.
 */
export function follow<Node>(document: unknown, node: Node): Node {
  const seen = new Set<string>();
  let target: unknown = node;
  for (
    let reference = referenceTarget(target);
    reference !== undefined;
    reference = referenceTarget(target)
  ) {
    if (seen.has(reference))
      throw new Error(`The reference ${[...seen, reference].join(" → ")} is circular.`);
    seen.add(reference);
    const tokens = fragmentTokens(reference);
    if (tokens === undefined)
      throw new Error(
        `The reference ${reference} points to another document. Bundle the description first.`,
      );
    target = getAt(document, tokens);
    if (target === undefined) throw new Error(`The reference ${reference} cannot be resolved.`);
  }
  return target as Node;
}
