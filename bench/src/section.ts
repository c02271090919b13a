import type { Machine } from "./machine.js";

/** A table of the report. Cells are final text. */
export interface Table {
  title: string;
  columns: string[];
  rows: string[][];
  note?: string;
}

/** A goal and what was seen. `undefined` says that it could not be measured. */
export interface Goal {
  goal: string;
  held: boolean | undefined;
  seen: string;
}

/** What a section finds; all of the report that is its own. */
export interface Findings {
  /** How it was measured: whole sentences. */
  method: string[];
  /** Versions of what was compared. */
  versions: Record<string, string>;
  tables: Table[];
  goals: Goal[];
  /** What a reader should know beside the figures: causes, losses, doubts. */
  remarks: string[];
}

/** Findings with where, when and how long. Kept as `results/<name>.json`. */
export interface SectionResult extends Findings {
  name: string;
  title: string;
  measuredAt: string;
  seconds: number;
  machine: Machine;
}

/** One section of the report; it can be run alone. */
export interface Section {
  name: string;
  title: string;
  run: (progress: (text: string) => void) => Promise<Findings>;
}
