import type { ObservedResponse } from "./finding.js";
import type { Skipped } from "./report.js";

/** A recorded response. */
export interface RecordedAnswer {
  response: ObservedResponse;
  /** The number of the HAR entry, or the name of the body's file. */
  where: string;
  /** The reason why the body could not be read. */
  unreadable?: string;
  /** The tokens and signatures from the request. Reports must not contain them. */
  secrets: readonly string[];
  /** Command that repeats the request; null if only the body is known. */
  reproduce: string | null;
}

/** A skipped entry. */
export interface SkippedItem {
  skipped: keyof Skipped;
}

/** A file or folder that was not read. */
export interface UnreadFile {
  unread: string;
}

export type RecordedItem = (RecordedAnswer | SkippedItem | UnreadFile) & {
  /** The fraction of the recording that has been read, from 0 to 1. */
  progress: number;
};
