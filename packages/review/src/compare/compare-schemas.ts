import type { Site } from "../load/site.js";
import type { Way } from "../policy/policy.js";
import { compareArrays } from "./compare-arrays.js";
import { compareLogic } from "./compare-logic.js";
import { compareMarks } from "./compare-marks.js";
import { compareObjects } from "./compare-objects.js";
import { compareScalars } from "./compare-scalars.js";
import { compareUnions, compareWithChoice } from "./compare-unions.js";
import { compareValues } from "./compare-values.js";
import type { Comparison, Pair } from "./comparison.js";
import type { SchemaTask } from "./schema-comparer.js";

/**
 * Compares what two schemas mean for one way of the data. Each is a conjunction: one site for a schema as
 * it is written, several where `allOf` says something about the same property more than once.
 */
export function compareSchemas(
  comparison: Comparison,
  way: Way,
  base: readonly Site[],
  head: readonly Site[],
): Pair {
  return comparison.pair("schema", way, base, head, (pair) => {
    for (const site of [...base, ...head]) comparison.reach(site);
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
        comparison.weight(compareSchemas(comparison, way, before, after)),
    };
    compareMarks(task);
    if (compareWithChoice(task, base, head)) return;
    // Where no type is left in common, every other difference follows from that.
    if (!compareValues(task)) return;
    compareScalars(task);
    compareObjects(task);
    compareArrays(task);
    compareUnions(task);
    compareLogic(task);
  });
}
