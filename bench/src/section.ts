import type { Machine } from "./machine.js";

/** A table in the report. */
export interface Table {
  title: string;
  columns: string[];
  rows: string[][];
  note?: string;
}

/** A goal and its result. If the goal could not be measured, `held` is `undefined`. */
export interface Goal {
  goal: string;
  held: boolean | undefined;
  seen: string;
}

/** The results of a section for the report. */
export interface Findings {
  /** Complete sentences that explain how the values were measured. */
  method: string[];
  /** The versions of the compared packages. */
  versions: Record<string, string>;
  tables: Table[];
  goals: Goal[];
  /** Remarks about the results, such as an explanation of why our client is slower. */
  remarks: string[];
}

/** The results of a section, and the machine, date, and duration of the run. Stored in `results/<name>.json`. */
export interface SectionResult extends Findings {
  name: string;
  title: string;
  measuredAt: string;
  seconds: number;
  machine: Machine;
}

/** A report section whose benchmarks can be run separately. */
export interface Section {
  name: string;
  title: string;
  run: (progress: (text: string) => void) => Promise<Findings>;
}
