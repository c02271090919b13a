import type { FindingGroup } from "./create-tally.js";
import type { Severity } from "./finding.js";

/** One request of a live run, for the overview. */
export interface ReportedStep {
  workflow: string;
  summary: string;
  method: string;
  path: string;
  /** Null when there was no answer. */
  status: number | null;
  counts: Record<Severity, number>;
}

/** The verdict, as `--format json` prints it. */
export interface Report {
  /** Address of the server, or name of the recording. */
  target: string;
  verdict: "kept" | "broken";
  strict: boolean;
  answers: number;
  /** Items of a recording that were no answer of the operation. */
  skipped: number;
  counts: Record<Severity, number>;
  /** Empty for a recording. */
  steps: ReportedStep[];
  findings: FindingGroup[];
  /** Findings that are counted above but not listed. */
  unlisted: number;
  durationMs: number;
}
