import type { Site } from "../load/site.js";
import type { Way } from "../policy/policy.js";
import type { Shape } from "../shape/shape.js";
import type { Comparison, Pair } from "./comparison.js";

/** What a part of the schema comparison gets: the two shapes, and a way to go on below. */
export interface SchemaTask {
  readonly comparison: Comparison;
  readonly pair: Pair;
  readonly way: Way;
  readonly base: Shape;
  readonly head: Shape;
  /** Compares two conjunctions below this one. */
  readonly below: (label: string, base: readonly Site[], head: readonly Site[], way?: Way) => void;
  /** Compares without reporting: how many findings there would be. */
  readonly distance: (base: readonly Site[], head: readonly Site[]) => number;
  /** Whether one schema allows whatever the other one, of either side, allows. */
  readonly contains: (outer: Site, inner: Site) => boolean;
}
