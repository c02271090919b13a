import { isObject, type Json, type JsonObject } from "@vpcep/contract-reader";

/** Text without space around it; numbers and booleans as they print, anything else as nothing. */
export function textOf(value: Json | undefined): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** Markdown on one line: a list becomes clauses, because a list cannot stand inside a list entry or a table. */
export const oneLine = (value: Json | undefined): string =>
  textOf(value)
    .replaceAll(/\s*\n\s*-\s+/g, "; ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/:; /g, ": ");

/** Text as HTML shows it. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** A field of `info`, such as the title. */
export const infoOf = (contract: JsonObject, field: string): string =>
  isObject(contract["info"]) ? textOf(contract["info"][field]) : "";

/** The entries of an object of objects; anything else has none. */
export const objectEntries = (node: Json | undefined): [string, JsonObject][] =>
  Object.entries(isObject(node) ? node : {}).filter((entry): entry is [string, JsonObject] =>
    isObject(entry[1]),
  );

/** The objects of a list; anything else has none. */
export const objectsOf = (node: Json | undefined): JsonObject[] =>
  Array.isArray(node) ? node.filter(isObject) : [];

/** The form of an address in the text of a heading: lower case, words joined by hyphens. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");

/**
 * What an open enum says of values that it does not list, as Markdown.
 *
 * @param others Description of such a value in the contract, if it has one.
 * @param mark Emphasis around the first words.
 */
export function otherValues(others: string | undefined, mark = ""): string {
  if (others === undefined || others === "") return `${mark}More values may be added.${mark}`;
  // The description goes on a sentence.
  const rest = others.replace(/^(?:An?|The|Any) /, (article) => article.toLowerCase());
  return `${mark}Any other value:${mark} ${rest}`;
}
