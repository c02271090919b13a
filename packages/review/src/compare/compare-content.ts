import { canonical } from "../load/canonical.js";
import { plain } from "../load/plain.js";
import type { Site } from "../load/site.js";
import { at, compareKeys } from "./compare-keys.js";
import { compareSchemas } from "./compare-schemas.js";
import type { Comparison, Pair } from "./comparison.js";
import { quote } from "./quote.js";

/** Compares a map of media types. */
export function compareContent(comparison: Comparison, pair: Pair, base: Site, head: Site): void {
  const [olds, youngs] = [mediaTypes(base), mediaTypes(head)];
  for (const name of new Set([...olds.keys(), ...youngs.keys()])) {
    const [before, after] = [olds.get(name), youngs.get(name)];
    if (before === undefined || after === undefined) {
      pair.findings.push({
        rule: after === undefined ? "media-type-removed" : "media-type-added",
        text: `the media type ${quote(name)} is ${after === undefined ? "removed" : "added"}`,
        base: before ?? base,
        head: after ?? head,
      });
      continue;
    }
    const label = olds.size > 1 || youngs.size > 1 ? `(${name})` : "";
    comparison.link(pair, label, compareMediaType(comparison, pair, before, after));
  }
}

function compareMediaType(comparison: Comparison, parent: Pair, base: Site, head: Site): Pair {
  return comparison.pair("media type", parent.way, [base], [head], (pair) => {
    compareKeys(pair, base, head, new Set(["schema", "encoding"]));
    const [was, is] = [base.child("schema"), head.child("schema")];
    if (was.value !== undefined && is.value !== undefined)
      comparison.link(pair, "", compareSchemas(comparison, pair.way, [was], [is]));
    else if (was.value !== undefined || is.value !== undefined)
      pair.findings.push({
        rule: was.value === undefined ? "type-narrower" : "type-wider",
        text: `the schema of the body is ${was.value === undefined ? "added" : "removed"}`,
        base: at(base, "schema"),
        head: at(head, "schema"),
      });
    if (canonical(plain(base.child("encoding"))) !== canonical(plain(head.child("encoding"))))
      pair.findings.push({
        rule: "encoding-changed",
        text: "the encoding of its parts changes",
        base: at(base, "encoding"),
        head: at(head, "encoding"),
      });
  });
}

/** By name in lower case and without blanks: `application/json; charset=utf-8` has many spellings. */
function mediaTypes(content: Site): Map<string, Site> {
  return new Map(
    Object.keys(content.object).map((name) => [
      name.toLowerCase().replace(/\s+/g, ""),
      content.child(name).target,
    ]),
  );
}
