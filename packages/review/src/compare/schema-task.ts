import type { Site } from "../load/site.js";
import type { Way } from "../policy/policy.js";
import type { Shape } from "../shape/shape.js";
import type { Comparison, Pair } from "./comparison.js";

/** Input for each step of a schema comparison. */
export interface SchemaTask {
  readonly comparison: Comparison;
  readonly pair: Pair;
  readonly way: Way;
  readonly base: Shape;
  readonly head: Shape;
  /** Compares two nested schemas. */
  readonly below: (label: string, base: readonly Site[], head: readonly Site[], way?: Way) => void;
  /** Counts the differences between two schemas without reporting them. */
  readonly distance: (base: readonly Site[], head: readonly Site[]) => number;
  /**
   * Compares two schemas, each of which can be from the base or the head. Returns undefined if the outer schema does
   * not allow every value that the inner schema allows in this direction. Otherwise, returns the properties that only
   * the inner schema documents.
   */
  readonly contains: (outer: Site, inner: readonly Site[]) => ReadonlySet<string> | undefined;
}
