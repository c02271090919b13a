import { parse } from "yaml";

import type { Side } from "../git/side.js";
import type { Change } from "../report/report.js";
import { ReviewError } from "../review-error.js";

export const acceptedFile = "review.accepted.yaml";

/** A breaking change that is listed in `review.accepted.yaml`. */
export interface AcceptedBreak {
  /** Change ID from the report. */
  readonly id: string;
  readonly reason: string;
  /** Last day on which the entry is valid, `YYYY-MM-DD`. */
  readonly expires: string;
}

/**
 * Reads the accepted breaking changes from `review.accepted.yaml` in one version of the repository. Returns an empty
 * list if the file does not exist.
 *
 * @throws ReviewError if an entry lacks an ID, a reason, or an expiry date.
 */
export function readAccepted(side: Side): AcceptedBreak[] {
  const text = side.isOwnContract ? side.description.source.read(acceptedFile) : undefined;
  if (text === undefined) return [];
  const written = (parse(text) as { accepted?: unknown } | null)?.accepted ?? [];
  if (!Array.isArray(written)) throw new ReviewError(`${acceptedFile}: "accepted" must be a list.`);
  return written.map((entry: unknown, index) => {
    const { id, reason, expires } = (entry ?? {}) as Record<string, unknown>;
    if (
      typeof id !== "string" ||
      typeof reason !== "string" ||
      !/^\d{4}-\d\d-\d\d$/.test(String(expires))
    )
      throw new ReviewError(
        `${acceptedFile}: entry ${index + 1} needs "id" (from the report), "reason", and "expires" (YYYY-MM-DD).`,
      );
    return { id, reason, expires: String(expires) };
  });
}

/** The result of {@link applyAccepted}. */
export interface AcceptedOutcome {
  /** Reasons for accepting breaking changes, by change ID. */
  readonly accepted: ReadonlyMap<string, string>;
  /** One message per entry that has expired or matches no breaking change. */
  readonly faults: readonly string[];
}

/**
 * Matches the entries in `review.accepted.yaml` with the breaking changes that the review found.
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
      faults.push(`${acceptedFile}: ${id} matches no breaking change. Remove the entry.`);
    else if (expires < today)
      faults.push(
        `${acceptedFile}: ${id} expired on ${expires}. Announce the breaking change, or extend the expiry date.`,
      );
    else accepted.set(id, reason);
  }
  return { accepted, faults };
}
