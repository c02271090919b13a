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
 * Compares two schemas in one direction. If `allOf` describes a property more than once, its schema consists of several
 * sites, and values must match all of them.
 */
export function compareSchemas(
  comparison: Comparison,
  way: Way,
  base: readonly Site[],
  head: readonly Site[],
): Pair {
  return comparison.pair("schema", way, base, head, (pair) => {
    const task: SchemaTask = {
      comparison,
      pair,
      way,
      base: comparison.shapes.read(base),
      head: comparison.shapes.read(head),
      below(label, before, after, other = way) {
        comparison.link(pair, label, compareSchemas(comparison, other, before, after));
      },
      distance: (before, after) =>
        comparison.weigh(compareSchemas(comparison, way, before, after)).weight,
      contains: (outer, inner) =>
        // The outer schema contains the inner one if replacing the inner with the outer would not break requests.
        comparison.weigh(compareSchemas(comparison, "request", [inner], [outer])).level !== "major",
    };
    pair.sites.push(...task.base.parts, ...task.head.parts);
    compareMarks(task);
    if (compareWithChoice(task, base, head)) return;
    // If the schemas have no type in common, skip the other differences.
    if (!compareValues(task)) return;
    compareScalars(task);
    compareObjects(task);
    compareArrays(task);
    compareUnions(task);
  });
}
