import { parse } from "yaml";

import type { Side } from "../git/side.js";
import type { Change } from "../report/report.js";
import { ReviewError } from "../review-error.js";

export const acceptedFile = "review.accepted.yaml";

/** A break that is accepted on purpose. */
export interface AcceptedBreak {
  /** Fingerprint of the change, as the report prints it. */
  readonly id: string;
  readonly reason: string;
  /** Last day on which the entry counts, `YYYY-MM-DD`. */
  readonly expires: string;
}

/**
 * Reads the accepted breaks of a side; none when it has no such file.
 *
 * @throws ReviewError when an entry lacks its fingerprint, reason or day.
 */
export function readAccepted(side: Side): AcceptedBreak[] {
  const text = side.isOwnContract ? side.description.source.read(acceptedFile) : undefined;
  if (text === undefined) return [];
  const written = (parse(text) as { accepted?: unknown } | null)?.accepted ?? [];
  if (!Array.isArray(written)) throw new ReviewError(`${acceptedFile}: "accepted" is no list.`);
  return written.map((entry: unknown, index) => {
    const { id, reason, expires } = (entry ?? {}) as Record<string, unknown>;
    if (
      typeof id !== "string" ||
      typeof reason !== "string" ||
      !/^\d{4}-\d\d-\d\d$/.test(String(expires))
    )
      throw new ReviewError(
        `${acceptedFile}: entry ${index + 1} needs "id" (a fingerprint), "reason" and "expires" (YYYY-MM-DD).`,
      );
    return { id, reason, expires: String(expires) };
  });
}

/** What the accepted breaks come to. */
export interface AcceptedOutcome {
  /** Fingerprints of the breaks that are accepted today, with the reason. */
  readonly accepted: ReadonlyMap<string, string>;
  /** One line for each entry that is expired or meets no break. */
  readonly faults: readonly string[];
}

/**
 * Checks the entries against the breaks of a review.
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
