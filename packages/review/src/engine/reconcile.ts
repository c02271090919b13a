import type { EnginePlace, EngineVerdict } from "./engine-verdict.js";
import type { Correction } from "./correction.js";
import type { Finding } from "../compare/comparison.js";
import type { Site } from "../load/site.js";
import type { Level } from "../policy/level.js";

/** A finding with its level, as the policy counts it over all ways of the data that reach it. */
export interface Rated {
  readonly finding: Finding;
  readonly level: Level;
}

/** What became of the verdicts of the engine. */
export interface Reconciled {
  /** Our findings that the engine calls breaks too. */
  readonly confirmed: ReadonlySet<Finding>;
  /** Breaks of the engine that a row of the table sets aside. */
  readonly corrected: readonly { readonly verdict: EngineVerdict; readonly by: Correction }[];
  /** Breaks that only the engine sees: taken over. */
  readonly engineOnly: readonly EngineVerdict[];
}

/** Holds the engine's breaks against our own findings at the same places. */
export function reconcile(
  verdicts: readonly EngineVerdict[],
  rated: readonly Rated[],
  corrections: readonly Correction[],
): Reconciled {
  const confirmed = new Set<Finding>();
  const corrected: { verdict: EngineVerdict; by: Correction }[] = [];
  const engineOnly: EngineVerdict[] = [];
  for (const verdict of verdicts) {
    const near = rated.filter(({ finding }) => isNear(verdict, finding));
    const breaks = near.filter(({ level }) => level === "major");
    if (breaks.length > 0) {
      for (const { finding } of breaks) confirmed.add(finding);
      continue;
    }
    const findings = near.map(({ finding }) => finding);
    const by = corrections.find(
      (row) => row.engine.includes(verdict.rule) && row.applies(verdict, findings),
    );
    if (by === undefined) engineOnly.push(verdict);
    else corrected.push({ verdict, by });
  }
  return { confirmed, corrected, engineOnly };
}

/**
 * The same place, one inside the other, on either side. Of what was removed only the old place counts and
 * of what was added only the new one: on the other side there is just the container.
 */
function isNear({ base, head }: EngineVerdict, finding: Finding): boolean {
  const isGone = finding.rule.endsWith("-removed");
  const isNew = /-added(-|$)/.test(finding.rule);
  return (!isNew && touches(base, finding.base)) || (!isGone && touches(head, finding.head));
}

function touches(place: EnginePlace | undefined, site: Site | undefined): boolean {
  if (site === undefined || place?.file !== site.file) return false;
  const [a, b] = [`${place.pointer}/`, `${site.pointer}/`];
  return a.startsWith(b) || b.startsWith(a);
}
