import type { Announcement } from "../announce/announcement.js";
import type { Consequences } from "../consequences/find-consequences.js";
import type { Level } from "../policy/level.js";
import type { Change, Location } from "./change.js";

export type { Audience, Change, Location, Place } from "./change.js";

/** A change and whether `review.accepted.yaml` accepts it. */
export interface ReportedChange extends Change {
  /** Reason for accepting the breaking change; null if it is not accepted. */
  readonly accepted: string | null;
}

/** A breaking change that only the second engine reports, and the reason why this review downgrades it. */
export interface SecondOpinion extends Location {
  readonly side: "base" | "head";
  readonly rule: string;
  readonly message: string;
  /** The row's name in the corrections table. */
  readonly by: string;
  readonly because: string;
}

/** A location that the review cannot judge. */
export interface Unjudged extends Location {
  readonly side: "base" | "head";
  readonly text: string;
  /**
   * Whether the problem makes the verdict incomplete, which results in exit code 2. A problem that exists in both
   * descriptions does not make the verdict incomplete, unless the problem is a duplicate key.
   */
  readonly isChange: boolean;
}

/** One of the two reviewed descriptions. */
export interface ReportSide {
  /** The description's name, such as a Git ref, a path, or `the working tree`. */
  readonly label: string;
  readonly file: string;
  /** The Git ref's commit; null for files on disk. */
  readonly commit: string | null;
}

/** The result of a review, which can be rendered in every format. */
export interface Report {
  readonly reportVersion: 1;
  /** Highest level among the changes; `unknown` if the review could not run. */
  readonly verdict: Level | "unknown";
  /** Level for the published packages: the verdict or the level for generated types, whichever is higher. */
  readonly packages: Level;
  readonly base: ReportSide | null;
  readonly head: ReportSide | null;
  readonly announcement: Announcement;
  readonly changes: readonly ReportedChange[];
  readonly secondOpinions: readonly SecondOpinion[];
  readonly unjudged: readonly Unjudged[];
  readonly consequences: Consequences;
  /** Sentences for the changeset. */
  readonly changelog: readonly string[];
  /** Other errors that make the review fail, such as an expired entry in `review.accepted.yaml`. */
  readonly faults: readonly string[];
  /**
   * Exit code: 0 if the review passed, 1 if the announced level is too low or an entry in `review.accepted.yaml` is
   * expired or unused, 2 if the review is incomplete or could not run.
   */
  readonly exitCode: 0 | 1 | 2;
}
