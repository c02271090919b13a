import { pointerTokens } from "./pointer-tokens.js";

/** The keys of a reference inside a document: `#/paths/~1a%20b` is `paths`, `/a b`; undefined for any other. */
export function referenceTokens(reference: string): string[] | undefined {
  if (reference !== "#" && !reference.startsWith("#/")) return undefined;
  return pointerTokens(reference).map(decoded);
}

/** References are URIs; a percent sign that starts no escape stands for itself. */
function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
