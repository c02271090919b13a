import type { Answer } from "./answer.js";

/** An answer out of a recording. */
export interface RecordedAnswer {
  answer: Answer;
  /** Where it stands, for people: number of the entry or name of the file. */
  where: string;
  /** Tokens and signatures that the request carried; they must not show in any output. */
  secrets: readonly string[];
}

/** An item of a recording that is no answer of the operation. */
export interface SkippedItem {
  skipped: "other call" | "no answer";
}

export type RecordedItem = (RecordedAnswer | SkippedItem) & {
  /** How much of the recording has been read, from 0 to 1. */
  progress: number;
};
