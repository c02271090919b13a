import { compareDescriptions } from "./compare/compare-descriptions.js";
import type { Comparison } from "./compare/comparison.js";
import type { Correction } from "./engine/correction.js";
import { corrections } from "./engine/corrections.js";
import type { EngineVerdict } from "./engine/engine-verdict.js";
import { placeFacts } from "./engine/place-facts.js";
import { reconcile } from "./engine/reconcile.js";
import type { Description } from "./load/description.js";
import { pointerTokens } from "./load/pointer-tokens.js";
import { largest, type Level } from "./policy/level.js";
import { levelOf } from "./policy/policy.js";
import type { Change } from "./report/change.js";
import { byWeight, collectChanges, fingerprint } from "./report/collect-changes.js";

/** What the comparison of two descriptions comes to. */
export interface Judgement {
  readonly verdict: Level;
  readonly changes: readonly Change[];
  /** Breaks of the engine that a row of the corrections sets aside, for the record. */
  readonly corrected: readonly { readonly verdict: EngineVerdict; readonly by: Correction }[];
}

/**
 * Judges a change: our own comparison finds every difference and rates it by the policy; the engine's
 * breaks confirm ours, are set aside by a row of the corrections, or are added.
 *
 * @param comparison of the two, for a caller that has made it already
 * @throws ReviewError when a description has a form that cannot be compared.
 */
export function judge(
  base: Description,
  head: Description,
  verdicts: readonly EngineVerdict[],
  comparison: Comparison = compareDescriptions(base, head),
): Judgement {
  const rated = comparison
    .connected()
    .flatMap(({ findings, way }) =>
      findings.map((finding) => ({ finding, level: levelOf(finding.rule, way) })),
    );
  const { confirmed, corrected, engineOnly } = reconcile(
    verdicts,
    rated,
    corrections,
    placeFacts(comparison, base, head),
  );
  const keys = new Set([...confirmed].map((finding) => `${finding.rule}\n${finding.text}`));
  const changes = [
    ...collectChanges(comparison).map((change) => ({
      ...change,
      confirmed: keys.has(`${change.rule}\n${change.text}`),
    })),
    ...engineOnly.map((verdict) => ofEngine(verdict, base, head)),
  ].sort(byWeight);
  return { verdict: largest(changes.map(({ level }) => level)), changes, corrected };
}

function ofEngine(verdict: EngineVerdict, base: Description, head: Description): Change {
  const side = verdict.head === undefined ? "base" : "head";
  const place = verdict.head ?? verdict.base ?? { file: head.root.file, pointer: "#" };
  const { documents } = side === "base" ? base : head;
  const path = pointerTokens(place.pointer);
  const text = `${verdict.message} (${verdict.rule})`;
  return {
    id: fingerprint("engine-only", text, [place.file + place.pointer]),
    rule: "engine-only",
    level: "major",
    direction: "both",
    affects: ["senders", "readers"],
    file: place.file,
    pointer: place.pointer,
    line: documents.get(place.file)?.line(path) ?? 1,
    side,
    counterpart: null,
    text,
    because:
      "The comparison engine calls it a break, and no row of the corrections says otherwise.",
    places: [{ operation: "", part: "the description", path: place.pointer }],
    confirmed: true,
  };
}
