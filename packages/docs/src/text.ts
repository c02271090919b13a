import { isObject, type Json, type JsonObject } from "@vpcep/contract-reader";

/** Trims strings, converts numbers and booleans to strings, and returns an empty string for all other values. */
export function textOf(value: Json | undefined): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/**
 * Converts Markdown to a single line, for use in list items and tables. List items become clauses separated by
 * semicolons.
 */
export const oneLine = (value: Json | undefined): string =>
  textOf(value)
    .replaceAll(/\s*\n\s*-\s+/g, "; ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/:; /g, ": ");

/** Escapes text for HTML. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** Returns the value of a field in the contract's `info` object, such as `title`. */
export const infoOf = (contract: JsonObject, field: string): string =>
  isObject(contract["info"]) ? textOf(contract["info"][field]) : "";

/** Returns the entries of an object, except entries whose values aren't objects. */
export const objectEntries = (node: Json | undefined): [string, JsonObject][] =>
  Object.entries(isObject(node) ? node : {}).filter((entry): entry is [string, JsonObject] =>
    isObject(entry[1]),
  );

/** Returns the objects in an array. */
export const objectsOf = (node: Json | undefined): JsonObject[] =>
  Array.isArray(node) ? node.filter(isObject) : [];

/** Returns the ID for a heading: lowercase, with hyphens between words. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");

/**
 * Returns a Markdown sentence about the values that an open enum doesn't document.
 *
 * @param others - The contract's description of the undocumented values.
 * @param mark - The Markdown emphasis marker for the first words.
 */
export function otherValues(others: string | undefined, mark = ""): string {
  if (others === undefined || others === "") return `${mark}More values may be added.${mark}`;
  // The description becomes the second half of the sentence, so its article must be lowercase.
  const rest = others.replace(/^(?:An?|The|Any) /, (article) => article.toLowerCase());
  return `${mark}Any other value:${mark} ${rest}`;
}
