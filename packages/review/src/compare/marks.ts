import type { Site } from "../load/site.js";
import { canonical } from "../load/values.js";
import { pairedKeys, quote } from "./comparison.js";
import type { SchemaTask } from "./schema-task.js";
import { wordRule } from "./keys.js";
import type { Written } from "../shape/shape.js";

/**
 * Compares schema keywords that do not restrict values: defaults, `readOnly` and similar flags, and documentation text.
 */
export function compareMarks(task: SchemaTask): void {
  const { base, head, pair } = task;
  compareDefault(task);
  for (const [mark, set, lifted] of [
    ["readOnly", "read-only-changed", "read-only-changed"],
    ["writeOnly", "write-only-changed", "write-only-changed"],
    ["deprecated", "deprecated", "deprecation-lifted"],
  ] as const) {
    const [was, is] = [base[mark], head[mark]];
    if ((was === undefined) === (is === undefined)) continue;
    pair.findings.push({
      rule: is === undefined ? lifted : set,
      text: `${is === undefined ? "no longer" : "now"} marked ${quote(mark)}`,
      base: was ?? base.site,
      head: is ?? head.site,
    });
  }
  if (xmlText(base.xml) !== xmlText(head.xml))
    pair.findings.push({
      rule: "xml-changed",
      text: "the XML representation (`xml`) changes",
      base: base.xml ?? base.site,
      head: head.xml ?? head.site,
    });
  for (const key of pairedKeys(base.words, head.words)) {
    const [before, after] = [base.words.get(key) ?? [], head.words.get(key) ?? []];
    if (same(before, after)) continue;
    pair.findings.push({
      rule: wordRule(key),
      text: `${quote(key)} is ${before.length === 0 ? "added" : after.length === 0 ? "removed" : "changed"}`,
      base: before[0]?.site ?? base.site,
      head: after[0]?.site ?? head.site,
    });
  }
}

/** Returns the `xml` object as canonical JSON and omits default values. */
function xmlText(site: Site | undefined): string {
  const written = Object.entries(site?.object ?? {}).filter(
    ([key, value]) => !(value === false && (key === "attribute" || key === "wrapped")),
  );
  return canonical(Object.fromEntries(written));
}

function same(before: readonly Written<unknown>[], after: readonly Written<unknown>[]): boolean {
  if (before.length === 1 && after.length === 1 && before[0]?.value === after[0]?.value)
    return true;
  const texts = (all: readonly Written<unknown>[]): string =>
    [...new Set(all.map(({ value }) => canonical(value)))].sort().join();
  return texts(before) === texts(after);
}

function compareDefault({ base, head, pair }: SchemaTask): void {
  const [was, is] = [base.default, head.default];
  if (canonical(was?.value) === canonical(is?.value)) return;
  const text = (one: Written<unknown> | undefined): string =>
    one === undefined ? "none" : quote(one.value);
  pair.findings.push({
    rule: was === undefined ? "default-added" : "default-changed",
    text: `the default changes from ${text(was)} to ${text(is)}`,
    base: was?.site ?? base.site,
    head: is?.site ?? head.site,
  });
}
