import type { Announcement } from "../announce/announcement.js";
import type { Consequences } from "../consequences/find-consequences.js";
import type { Level } from "../policy/level.js";
import type { Change, Location } from "./change.js";

export type { Audience, Change, Location, Place } from "./change.js";

/** A change, with what `review.accepted.yaml` says of it. */
export interface ReportedChange extends Change {
  /** Why the break is accepted; null when it is not. */
  readonly accepted: string | null;
}

/** A break that only the second engine sees, and why this review rates it lower. */
export interface SecondOpinion extends Location {
  readonly side: "base" | "head";
  readonly rule: string;
  readonly message: string;
  /** Row of the corrections. */
  readonly by: string;
  readonly because: string;
}

/** A place that cannot be judged. */
export interface Unjudged extends Location {
  readonly side: "base" | "head";
  readonly text: string;
  /** Whether it is new or different: then the verdict is incomplete, and the review ends with 2. */
  readonly isChange: boolean;
}

/** One side of the review, as reports name it. */
export interface ReportSide {
  /** The git ref or file that was named; `the working tree` for the default. */
  readonly label: string;
  readonly file: string;
  /** Commit of a git ref; null for files on disk. */
  readonly commit: string | null;
}

/** Everything that a review says; each format shows the same. */
export interface Report {
  readonly reportVersion: 1;
  /** What the wire and the names of generated code ask for; `unknown` when nothing could be compared. */
  readonly verdict: Level | "unknown";
  /** What the published packages ask for: the larger of the verdict and of what their types ask for. */
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
  /** What else fails the review, such as an expired entry of `review.accepted.yaml`. */
  readonly faults: readonly string[];
  /** 0 when nothing is unannounced, 1 when something is, 2 when something could not be judged. */
  readonly exitCode: 0 | 1 | 2;
}
