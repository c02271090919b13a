import type { Site } from "../load/site.js";
import type { Way } from "../policy/policy.js";
import { compareArrays } from "./arrays.js";
import type { Comparison, Pair } from "./comparison.js";
import { compareMarks } from "./marks.js";
import { compareObjects } from "./objects.js";
import { compareScalars } from "./scalars.js";
import type { SchemaTask } from "./schema-task.js";
import { compareUnions, compareWithChoice } from "./unions.js";
import { compareValues } from "./values.js";

/**
 * Compares two schemas and adds the result below a pair. If `allOf` defines a property more than once, the property's
 * schema consists of several sites, and a value must match the schemas at all of these sites.
 *
 * @param label path from the pair to the schemas, such as `[]`
 */
export function compareSchemas(
  comparison: Comparison,
  parent: Pair,
  label: string,
  base: readonly Site[],
  head: readonly Site[],
  way = parent.way,
): void {
  if (comparison.areEqual(base, head)) return;
  comparison.link(parent, label, schemaPair(comparison, way, base, head));
}

/** Compares two schemas in one direction. */
export function schemaPair(
  comparison: Comparison,
  way: Way,
  base: readonly Site[],
  head: readonly Site[],
): Pair {
  const [olds, youngs] = [base.map(withoutReference), head.map(withoutReference)];
  return comparison.pair("schema", way, olds, youngs, (pair) => {
    const task: SchemaTask = {
      comparison,
      pair,
      way,
      base: comparison.shapes.read(olds),
      head: comparison.shapes.read(youngs),
      below(label, before, after, other = way) {
        compareSchemas(comparison, pair, label, before, after, other);
      },
      distance: (before, after) => comparison.weigh(schemaPair(comparison, way, before, after)),
      contains: (outer, inner) =>
        comparison.undocumented(schemaPair(comparison, way, inner, [outer])),
    };
    pair.sites.push(...task.base.parts, ...task.head.parts);
    compareMarks(task);
    if (compareWithChoice(task, base, head)) return;
    // If the schemas have no type in common, skip the remaining comparisons.
    if (!compareValues(task)) return;
    compareScalars(task);
    compareObjects(task);
    compareArrays(task);
    compareUnions(task);
  });
}

/** If a reference has no other keywords, returns its target, so that each component is compared only once. */
function withoutReference(site: Site): Site {
  const isOnlyReference =
    site.description.version === "3.0" || Object.keys(site.object).length === 1;
  return isOnlyReference ? site.target : site;
}
