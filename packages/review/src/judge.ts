import { compareDescriptions } from "./compare/descriptions.js";
import { reconcile, type Placed } from "./engine/reconcile.js";
import type { EngineVerdict } from "./engine/redocly-diff.js";
import type { Description, Fault } from "./load/description.js";
import { largest, type Level } from "./policy/level.js";
import { fingerprint } from "./report/fingerprint.js";
import { byWeight, collectChanges, locationOf } from "./report/collect-changes.js";
import type { Change, SecondOpinion, Unjudged } from "./report/report.js";

/** The result of comparing two descriptions. */
export interface Judgement {
  readonly verdict: Level;
  readonly changes: readonly Change[];
  /** Engine findings that the corrections table downgrades, each with the name of the matching row. */
  readonly corrected: readonly SecondOpinion[];
  readonly unjudged: readonly Unjudged[];
}

/**
 * Judges a change. Our comparison finds the differences and rates them according to the policy. Each breaking change
 * that the engine reports matches one of our findings, is downgraded by a row in the corrections table, or is added to
 * the result.
 */
export function judge(
  base: Description,
  head: Description,
  verdicts: readonly EngineVerdict[],
): Judgement {
  const comparison = compareDescriptions(base, head);
  const { confirmed, corrected, engineOnly } = reconcile(verdicts, comparison, base, head);
  const keys = new Set([...confirmed].map((finding) => `${finding.rule}\n${finding.text}`));
  const changes = [
    ...collectChanges(comparison).map((change) => ({
      ...change,
      confirmed: keys.has(`${change.rule}\n${change.text}`),
    })),
    ...engineOnly.map((placed) => ofEngine(placed, base, head)),
  ].sort(byWeight);
  return {
    verdict: largest(changes.map(({ level }) => level)),
    changes,
    corrected: corrected.map(({ by, found, ...placed }) => ({
      ...placeOf(placed, base, head),
      rule: placed.verdict.rule,
      message: placed.verdict.message,
      because: [by.because, foundText(found.map(({ text }) => text))].filter(Boolean).join(" "),
      by: by.name,
    })),
    unjudged: unjudgedOf(base, head),
  };
}

function foundText(texts: readonly string[]): string {
  const all = [...new Set(texts)];
  if (all.length === 0) return "";
  return `This review found: ${all.slice(0, 4).join("; ")}${all.length > 4 ? `; and ${all.length - 4} more` : ""}.`;
}

function placeOf(placed: Placed, base: Description, head: Description) {
  const side = placed.verdict.head === undefined ? "base" : "head";
  const site = placed[side].at(-1) ?? (side === "base" ? base : head).root;
  return { side, ...locationOf(site) } as const;
}

function ofEngine(placed: Placed, base: Description, head: Description): Change {
  const place = placeOf(placed, base, head);
  const text = `${placed.verdict.message} (${placed.verdict.rule})`;
  return {
    id: fingerprint("engine-only", text, placed.base.at(-1) ?? placed.head.at(-1)),
    rule: "engine-only",
    level: "major",
    direction: "both",
    affects: ["senders", "readers"],
    ...place,
    counterpart: null,
    text,
    because:
      "Only the second engine (redocly diff) reports this breaking change. This review found no change at the same location that explains the engine's finding.",
    places: [{ operation: "", part: "the description", path: place.pointer }],
    hasMorePlaces: false,
    before: null,
    after: null,
    confirmed: true,
  };
}

/**
 * Returns all locations that cannot be judged. Except for duplicate keys, problems that exist on both sides do not make
 * the verdict incomplete.
 */
function unjudgedOf(base: Description, head: Description): Unjudged[] {
  const places = [
    ...onlyIn("base", base.faults, head.faults, faultKey).filter(({ isChange }) => isChange),
    ...onlyIn("head", head.faults, base.faults, faultKey),
  ];
  const texts = [base, head].flatMap(({ documents }, index) =>
    [...documents.values()].flatMap(({ file, faults }) =>
      faults.map((fault) => ({
        side: index === 0 ? ("base" as const) : ("head" as const),
        file,
        pointer: "#",
        ...fault,
        isChange: true,
      })),
    ),
  );
  const [olds, youngs] = [roundedIntegers(base, head), roundedIntegers(head, base)];
  const integers = [
    ...onlyIn("base", olds, youngs, ({ text }) => text),
    ...onlyIn("head", youngs, olds, ({ text }) => text),
  ].filter(({ isChange }) => isChange);
  return [...places, ...texts, ...integers];
}

const faultKey = ({ pointer, text }: Fault): string => `${pointer} ${text}`;

/** Marks each fault that the other side does not have, or has less often. */
function onlyIn(
  side: "base" | "head",
  faults: readonly Fault[],
  others: readonly Fault[],
  keyOf: (fault: Fault) => string,
): Unjudged[] {
  const left = others.map(keyOf);
  return faults.map((fault) => {
    const index = left.indexOf(keyOf(fault));
    if (index !== -1) left.splice(index, 1);
    return { side, ...fault, isChange: index === -1 };
  });
}

/**
 * Returns integers beyond 2^53 that JavaScript rounds to the same number as a different integer on the other side. The
 * comparison finds all other differences.
 */
function roundedIntegers({ documents }: Description, other: Description): Fault[] {
  const others = [...other.documents.values()].flatMap(({ largeIntegers }) => largeIntegers);
  return [...documents.values()].flatMap(({ file, largeIntegers }) =>
    largeIntegers
      .filter(({ written }) =>
        others.some((one) => one.written !== written && Number(one.written) === Number(written)),
      )
      .map(({ line, written }) => ({
        file,
        line,
        pointer: "#",
        text: `the integer ${written} is beyond 2^53 and is rounded to the same number as an integer in the other version`,
      })),
  );
}
