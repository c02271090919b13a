import type { Finding } from "../compare/comparison.js";
import type { EngineVerdict } from "./engine-verdict.js";

/** Where our own comparison is believed although the engine calls a change a break. */
export interface Correction {
  /** Names the row for its test. */
  readonly name: string;
  /** Rules of the engine that the row speaks of. */
  readonly engine: readonly string[];
  /** Whether the row applies: the verdict, and what our comparison found at the same place. */
  readonly applies: (verdict: EngineVerdict, findings: readonly Finding[]) => boolean;
  readonly because: string;
}
