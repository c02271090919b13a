import { referenceTokens } from "./reference-tokens.js";

/** What a reference inside a document (`#/components/…`) leads to; undefined when it leads nowhere. */
export function valueAt(document: unknown, reference: string): unknown {
  const tokens = referenceTokens(reference);
  if (tokens === undefined) return undefined;
  let value = document;
  for (const key of tokens) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
