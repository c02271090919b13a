import { canonical } from "../load/canonical.js";
import { plain } from "../load/plain.js";
import type { Site } from "../load/site.js";
import type { SchemaTask } from "./schema-comparer.js";

/** Compares `not` and `if`. */
export function compareLogic(task: SchemaTask): void {
  compareNot(task);
  const { base, head, pair } = task;
  const [olds, youngs] = unmatched(base.conditions, head.conditions, ["if", "then", "else"]);
  const [before, after] = [olds[0], youngs[0]];
  if (before === undefined && after === undefined) return;
  pair.findings.push({
    rule:
      before === undefined
        ? "condition-narrower"
        : after === undefined
          ? "condition-wider"
          : "condition-different",
    text: `the condition (\`if\`) is ${before === undefined ? "added" : after === undefined ? "removed" : "changed"}`,
    base: before ?? base.site,
    head: after ?? head.site,
  });
}

function compareNot({ base, head, pair, way, below }: SchemaTask): void {
  const [olds, youngs] = unmatched(base.not, head.not);
  if (olds.length === 1 && youngs.length === 1) {
    // What allows less inside `not` allows more outside: the opposite way has the right policy.
    below("(not)", olds, youngs, way === "request" ? "response" : "request");
    return;
  }
  for (const site of youngs)
    pair.findings.push({
      rule: "not-narrower",
      text: "a `not` is added",
      base: base.site,
      head: site,
    });
  for (const site of olds)
    pair.findings.push({
      rule: "not-wider",
      text: "a `not` is removed",
      base: site,
      head: head.site,
    });
}

function unmatched(
  olds: readonly Site[],
  youngs: readonly Site[],
  keys?: readonly string[],
): [Site[], Site[]] {
  const text = (site: Site): string =>
    canonical(keys?.map((key) => (site.has(key) ? plain(site.child(key)) : null)) ?? plain(site));
  const [before, after] = [olds.map(text), youngs.map(text)];
  return [
    olds.filter((site) => !after.includes(text(site))),
    youngs.filter((site) => !before.includes(text(site))),
  ];
}
