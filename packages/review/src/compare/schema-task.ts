import type { Site } from "../load/site.js";
import type { Way } from "../policy/policy.js";
import type { Shape } from "../shape/shape.js";
import type { Comparison, Pair } from "./comparison.js";

/** The arguments of the functions that compare parts of a schema. */
export interface SchemaTask {
  readonly comparison: Comparison;
  readonly pair: Pair;
  readonly way: Way;
  readonly base: Shape;
  readonly head: Shape;
  /** Compares two nested conjunctions of schemas. */
  readonly below: (label: string, base: readonly Site[], head: readonly Site[], way?: Way) => void;
  /** Returns the number of differences without reporting them. */
  readonly distance: (base: readonly Site[], head: readonly Site[]) => number;
  /** Whether `outer` allows everything that `inner` allows. They can be on either side. */
  readonly contains: (outer: Site, inner: Site) => boolean;
}
