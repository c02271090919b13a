import type { Announcement } from "../announce/announcement.js";
import type { Consequences } from "../consequences/find-consequences.js";
import type { Level } from "../policy/level.js";
import type { Rule, Way } from "../policy/policy.js";

/** Whom a change affects. */
export type Audience = "senders" | "readers" | "types" | "documentation";

/** A place in a file; the line counts from 1. */
export interface Location {
  readonly file: string;
  readonly pointer: string;
  readonly line: number;
}

/** Where users of the API meet a change. */
export interface Place {
  /** Method and path, `webhook <name>`, or nothing for the description as a whole. */
  readonly operation: string;
  /** Which part of it: `200 response`, ``query parameter `limit` ``. */
  readonly part: string;
  /** Which property, as code would reach it: `ports[].client_port`; empty for the part itself. */
  readonly path: string;
}

/** One change, in every place that it reaches. */
export interface Change extends Location {
  /** Fingerprint: the same change has the same one, wherever its lines move and whatever else is renamed. */
  readonly id: string;
  /** Section of the policy; `engine-only` when only the second engine sees a break. */
  readonly rule: Rule | "engine-only";
  readonly level: Level;
  readonly direction: Way | "both";
  readonly affects: readonly Audience[];
  /** Which side `file`, `pointer` and `line` speak of: `base` for what is no longer there. */
  readonly side: "base" | "head";
  /** The place on the other side, if it has one. */
  readonly counterpart: Location | null;
  readonly text: string;
  readonly because: string;
  readonly places: readonly Place[];
  /** What is written at the place on either side, shortened; null where there is nothing. */
  readonly before: string | null;
  readonly after: string | null;
  /** Whether the second engine calls it a break too. */
  readonly confirmed: boolean;
}

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
