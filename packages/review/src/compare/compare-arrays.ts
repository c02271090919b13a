import { compareOptional } from "./compare-objects.js";
import type { SchemaTask } from "./schema-comparer.js";

/** Compares what the entries of a list are. */
export function compareArrays(task: SchemaTask): void {
  const { base, head, pair, below } = task;
  compareOptional(task, "items", "[]", base.items, head.items);
  const places = Math.max(base.prefixItems.length, head.prefixItems.length);
  for (let index = 0; index < places; index++)
    // Where one side has no schema for the place, its rule for the rest applies.
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
        text: `\`contains\` is ${before === undefined ? "demanded now" : "no longer demanded"}`,
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
          text: `\`${name}\` goes from ${was} to ${is}`,
          ...sites,
        });
  }
}
