import type { Site } from "../load/site.js";
import { isSame } from "../load/values.js";
import { compareOptional } from "./objects.js";
import type { SchemaTask } from "./schema-task.js";

/** Compares the array keywords, and then the keywords `not` and `if`. */
export function compareArrays(task: SchemaTask): void {
  const { base, head, pair, below } = task;
  compareOptional(task, "items", "[]", base.items, head.items);
  const places = Math.max(base.prefixItems.length, head.prefixItems.length);
  for (let index = 0; index < places; index++)
    // If the old or new schema has no `prefixItems` entry at this index, its `items` schema applies.
    compareOptional(
      task,
      "items",
      `[${index}]`,
      base.prefixItems[index] ?? base.items,
      head.prefixItems[index] ?? head.items,
    );
  compareOptional(task, "items", "[…]", base.unevaluatedItems, head.unevaluatedItems);

  for (let index = 0; index < Math.max(base.contains.length, head.contains.length); index++) {
    const [before, after] = [base.contains[index], head.contains[index]];
    const sites = { base: before?.site ?? base.site, head: after?.site ?? head.site };
    if (before === undefined || after === undefined) {
      pair.findings.push({
        rule: before === undefined ? "contains-narrower" : "contains-wider",
        text: `\`contains\` is ${before === undefined ? "now required" : "no longer required"}`,
        ...sites,
      });
      continue;
    }
    below("(contained)", [before.site], [after.site]);
    for (const [name, was, is, tighter] of [
      ["minContains", before.min, after.min, after.min > before.min],
      ["maxContains", before.max, after.max, after.max < before.max],
    ] as const)
      if (was !== is)
        pair.findings.push({
          rule: tighter ? "contains-narrower" : "contains-wider",
          text: `\`${name}\` changes from ${was} to ${is}`,
          ...sites,
        });
  }
  compareLogic(task);
}

function compareLogic(task: SchemaTask): void {
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
    // A stricter schema inside `not` makes the outer schema less strict, so reverse the direction of the comparison.
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
  const same = (one: Site, other: Site): boolean =>
    keys === undefined
      ? isSame(one, other)
      : keys.every((key) => isSame(one.child(key), other.child(key)));
  return [
    olds.filter((site) => !youngs.some((one) => same(site, one))),
    youngs.filter((site) => !olds.some((one) => same(site, one))),
  ];
}
