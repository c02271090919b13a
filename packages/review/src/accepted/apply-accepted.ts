import type { Change } from "../report/change.js";
import { acceptedFile, type AcceptedBreak } from "./read-accepted.js";

/** What the accepted breaks come to. */
export interface AcceptedOutcome {
  /** Fingerprints of the breaks that are accepted today, with the reason. */
  readonly accepted: ReadonlyMap<string, string>;
  /** One line for each entry that is expired or meets no break. */
  readonly faults: readonly string[];
}

/**
 * Holds the entries against the breaks of a review.
 *
 * @param today `YYYY-MM-DD`
 */
export function applyAccepted(
  entries: readonly AcceptedBreak[],
  changes: readonly Change[],
  today: string,
): AcceptedOutcome {
  const breaks = new Set(changes.filter(({ level }) => level === "major").map(({ id }) => id));
  const accepted = new Map<string, string>();
  const faults: string[] = [];
  for (const { id, reason, expires } of entries) {
    if (!breaks.has(id))
      faults.push(`${acceptedFile}: ${id} meets no break any more. Remove the entry.`);
    else if (expires < today)
      faults.push(
        `${acceptedFile}: ${id} expired on ${expires}. Announce the break, or renew the entry.`,
      );
    else accepted.set(id, reason);
  }
  return { accepted, faults };
}
