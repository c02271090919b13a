import type { Level } from "../policy/level.js";
import type { Rule, Way } from "../policy/policy.js";

/** Who is affected by a change. */
export type Audience = "senders" | "readers" | "types" | "documentation";

/** A location in a file. Lines start at 1. */
export interface Location {
  readonly file: string;
  readonly pointer: string;
  readonly line: number;
}

/** A location that a change affects: the operation, a part of the operation, and a property path. */
export interface Place {
  /** The method and path, or `webhook <name>`; empty if the change affects the description as a whole. */
  readonly operation: string;
  /** Part of the operation, such as `200 response`. */
  readonly part: string;
  /** Property path, such as `ports[].client_port`; empty if the change affects the whole part of the operation. */
  readonly path: string;
}

/** A change and the locations that it affects. */
export interface Change extends Location {
  /** Fingerprint that does not depend on line numbers or unrelated renames. */
  readonly id: string;
  /** Policy rule; `engine-only` if only the second engine reports a breaking change. */
  readonly rule: Rule | "engine-only";
  readonly level: Level;
  readonly direction: Way | "both";
  readonly affects: readonly Audience[];
  /** Whether `file`, `pointer`, and `line` refer to the base or the head; `base` for removed items. */
  readonly side: "base" | "head";
  /** The corresponding location in the other description; null if there is none. */
  readonly counterpart: Location | null;
  readonly text: string;
  readonly because: string;
  /** A list of the affected locations, limited to 300 locations. */
  readonly places: readonly Place[];
  /** Whether the change affects more locations than are listed. */
  readonly hasMorePlaces: boolean;
  /** The old value, shortened if it is long; null if there is no old value. */
  readonly before: string | null;
  /** The new value, shortened if it is long; null if there is no new value. */
  readonly after: string | null;
  /** Whether the second engine also reports a breaking change. */
  readonly confirmed: boolean;
}
