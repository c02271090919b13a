import type { Announcement } from "../announce/announcement.js";
import type { Level } from "../policy/level.js";
import type { Change } from "./change.js";

/** Everything that a review says; each format shows the same. */
export interface Report {
  readonly reportVersion: 1;
  readonly verdict: Level;
  readonly base: { readonly label: string; readonly file: string };
  readonly head: { readonly label: string; readonly file: string };
  readonly announcement: Announcement;
  readonly changes: readonly Change[];
  /** 0 when nothing is unannounced, 1 otherwise; 2 is for reviews without a report. */
  readonly exitCode: 0 | 1;
}
