import { pointerTokens } from "./pointer-tokens.js";

/** What a reference inside a document (`#/components/…`) leads to; undefined when it leads nowhere. */
export function valueAt(document: unknown, reference: string): unknown {
  if (reference !== "#" && !reference.startsWith("#/")) return undefined;
  let value = document;
  for (const token of pointerTokens(reference)) {
    const key = decoded(token);
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** References are URIs; a percent sign that starts no escape stands for itself. */
function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
