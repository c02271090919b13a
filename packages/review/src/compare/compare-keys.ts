import { canonical } from "../load/canonical.js";
import { plain } from "../load/plain.js";
import type { Site } from "../load/site.js";
import type { Pair } from "./comparison.js";
import { quote } from "./quote.js";
import { wordRule } from "./word-rule.js";

/**
 * Compares every key of two objects that nobody else compares: words, examples, extensions, and whatever a
 * later standard brings. So nothing that differs goes unseen.
 */
export function compareKeys(
  pair: Pair,
  base: Site,
  head: Site,
  elsewhere: ReadonlySet<string>,
): void {
  compareLifecycle(pair, base, head);
  for (const key of new Set([...Object.keys(base.object), ...Object.keys(head.object)])) {
    if (elsewhere.has(key) || lifecycle.has(key) || key === "$ref") continue;
    // Most values are texts, and most are the same.
    if (typeof base.object[key] === "string" && base.object[key] === head.object[key]) continue;
    const [before, after] = [text(base, key), text(head, key)];
    if (before === after) continue;
    pair.findings.push({
      rule: wordRule(key),
      text: `${quote(key)} is ${before === undefined ? "added" : after === undefined ? "removed" : "changed"}`,
      base: at(base, key),
      head: at(head, key),
    });
  }
}

const lifecycle = new Set(["deprecated", "x-sunset"]);

function text(site: Site, key: string): string | undefined {
  if (!site.has(key)) return undefined;
  const value = plain(site.child(key));
  // The order of tags and the like carries no meaning.
  if (key === "tags" && Array.isArray(value)) return value.map(canonical).sort().join();
  return canonical(value);
}

/** Compares `deprecated` and `x-sunset` (a date, or a date and time). */
function compareLifecycle(pair: Pair, base: Site, head: Site): void {
  const [was, is] = [base.object["deprecated"] === true, head.object["deprecated"] === true];
  if (was !== is)
    pair.findings.push({
      rule: is ? "deprecated" : "deprecation-lifted",
      text: is ? "now deprecated" : "no longer deprecated",
      base: at(base, "deprecated"),
      head: at(head, "deprecated"),
    });
  const [before, after] = [base.object["x-sunset"], head.object["x-sunset"]];
  if (canonical(before) === canonical(after)) return;
  const earlier = typeof before === "string" && typeof after === "string" && after < before;
  pair.findings.push({
    rule: earlier ? "sunset-earlier" : "sunset-changed",
    text: `the sunset goes from ${before === undefined ? "none" : quote(before)} to ${after === undefined ? "none" : quote(after)}`,
    base: at(base, "x-sunset"),
    head: at(head, "x-sunset"),
  });
}

/** The place of a key, or of the object when it has no such key. */
export function at(site: Site, key: string): Site {
  return site.has(key) ? site.child(key) : site;
}
