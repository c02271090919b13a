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
  /** Up to 300 places that the change reaches. */
  readonly places: readonly Place[];
  /** What is written at the place on either side, shortened; null where there is nothing. */
  readonly before: string | null;
  readonly after: string | null;
  /** Whether the second engine calls it a break too. */
  readonly confirmed: boolean;
}
