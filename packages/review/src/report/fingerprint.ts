import { createHash } from "node:crypto";

import { isObject, type Site } from "../load/site.js";
import { nameOf } from "../load/reach.js";

/**
 * Creates a change's fingerprint from its rule, text, and location in the base, so that unrelated renames do not affect
 * it. Identifies list items by content, not by position.
 */
export function fingerprint(rule: string, text: string, site: Site | undefined): string {
  const seed = [
    rule,
    text.replace(/\{[^}]*\}/g, "{}"),
    site === undefined || site.file === site.description.root.file ? "" : site.file,
    ...identitiesOf(site),
  ].join("\n");
  return createHash("sha256").update(seed).digest("hex").slice(0, 12);
}

function identitiesOf(site: Site | undefined): string[] {
  if (site?.parent === undefined) return [];
  const { key, parent, value } = site;
  const isItem = Array.isArray(parent.value);
  const identity = isItem ? itemIdentity(value) : key.replace(/\{[^}]*\}/g, "{}");
  return [...identitiesOf(parent), identity ?? key];
}

/** Returns text that identifies a reference, parameter, server, or enum value; undefined for all other list items. */
function itemIdentity(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (!isObject(value)) return undefined;
  const { $ref: reference, name, in: place, url } = value;
  if (typeof reference === "string") return nameOf(reference);
  if (typeof name === "string") return `${typeof place === "string" ? place : ""} ${name}`;
  return typeof url === "string" ? url : undefined;
}
