// `$ref` inside one document. A bundle has no other references.
import { isObject } from "./json.js";
import { getAt, parsePointer } from "./pointer.js";

/** The text of a node's `$ref`; undefined when the node is no reference. */
export function referenceTarget(node: unknown): string | undefined {
  const reference = isObject(node) ? node["$ref"] : undefined;
  return typeof reference === "string" ? reference : undefined;
}

/**
 * The keys of a reference inside the document: `#/paths/~1a%20b` is `paths`, `/a b`. Undefined for a reference
 * to an anchor or to another document. A percent sign that starts no escape is kept as it is.
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
 * Follows a `$ref` inside the document, and the ones behind it, to the node that they name. Any other node is
 * returned unchanged.
 *
 * @throws Error that names the reference when it is a cycle, points to nothing, or leaves the document.
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
      throw new Error(`The reference ${[...seen, reference].join(" → ")} never ends.`);
    seen.add(reference);
    const tokens = fragmentTokens(reference);
    if (tokens === undefined)
      throw new Error(`The reference ${reference} leaves the document. Bundle it first.`);
    target = getAt(document, tokens);
    if (target === undefined) throw new Error(`The reference ${reference} points to nothing.`);
  }
  return target as Node;
}
