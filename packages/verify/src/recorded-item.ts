import type { Answer } from "./finding.js";
import type { Skipped } from "./report.js";

/** An answer out of a recording. */
export interface RecordedAnswer {
  answer: Answer;
  /** Where it is, for people: number of the entry or name of the file. */
  where: string;
  /** Why its body could not be read; undefined when it was, or when there is none. */
  unreadable?: string;
  /** Tokens and signatures that the request carried; they must not show in any output. */
  secrets: readonly string[];
  /** Sends the same request again; null when only the body is known. */
  reproduce: string | null;
}

/** An item of a recording that is no answer of a documented operation. */
export interface SkippedItem {
  skipped: keyof Skipped;
}

/** A file of a folder that was not read. */
export interface UnreadFile {
  unread: string;
}

export type RecordedItem = (RecordedAnswer | SkippedItem | UnreadFile) & {
  /** How much of the recording has been read, from 0 to 1. */
  progress: number;
};
