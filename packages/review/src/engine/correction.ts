import type { Rule } from "../policy/policy.js";

/** Where our own comparison is believed although the engine calls a change a break. */
export interface Correction {
  /** Names the row for its test. */
  readonly name: string;
  /** Rules of the engine that the row speaks of. */
  readonly engine: readonly string[];
  /** What our comparison finds at the same place instead; empty when it finds no difference there. */
  readonly ours: readonly Rule[];
  /** A further condition on the place. */
  readonly where?: "compared" | "kept off by readOnly or writeOnly" | "inside not";
  readonly because: string;
}
