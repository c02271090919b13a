import type { Announcement } from "../announce/announcement.js";
import type { Consequences } from "../consequences/find-consequences.js";
import type { Level } from "../policy/level.js";
import type { Change } from "./change.js";

/** One side of the review, as reports name it. */
export interface ReportSide {
  /** The git ref or file that was named; `the working tree` for the default. */
  readonly label: string;
  readonly file: string;
  /** Commit of a git ref; null for files on disk. */
  readonly commit: string | null;
}

/** A change, with what `review.accepted.yaml` says of it. */
export interface ReportedChange extends Change {
  /** Why the break is accepted; null when it is not. */
  readonly accepted: string | null;
}

/** Everything that a review says; each format shows the same. */
export interface Report {
  readonly reportVersion: 1;
  /** What the wire and the names of generated code ask for. */
  readonly verdict: Level;
  /** What the published packages ask for: the larger of the verdict and of what their types ask for. */
  readonly packages: Level;
  readonly base: ReportSide;
  readonly head: ReportSide;
  readonly announcement: Announcement;
  readonly changes: readonly ReportedChange[];
  readonly consequences: Consequences;
  /** Sentences for the changeset. */
  readonly changelog: readonly string[];
  /** What else fails the review, such as an expired entry of `review.accepted.yaml`. */
  readonly faults: readonly string[];
  /** 0 when nothing is unannounced, 1 otherwise; a review that cannot judge has no report and ends with 2. */
  readonly exitCode: 0 | 1;
}
