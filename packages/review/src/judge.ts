import { compareDescriptions } from "./compare/descriptions.js";
import { reconcile, type Placed } from "./engine/reconcile.js";
import type { EngineVerdict } from "./engine/redocly-diff.js";
import type { Description, Fault } from "./load/description.js";
import type { LargeInteger } from "./load/document.js";
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
 * Judges a change. Our comparison finds the differences and rates them according to the policy. A breaking change that
 * only the engine reports is added to the result, unless a row in the corrections table downgrades the change.
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
 * Returns all locations that cannot be judged. A problem that exists in both versions does not make the verdict
 * incomplete, unless the problem is a duplicate key.
 */
function unjudgedOf(base: Description, head: Description): Unjudged[] {
  const gone = without(base.faults, head.faults, faultKey);
  const added = new Set(without(head.faults, base.faults, faultKey));
  return [
    ...gone.map((fault) => ({ side: "base" as const, ...fault, isChange: true })),
    ...head.faults.map((one) => ({ side: "head" as const, ...one, isChange: added.has(one) })),
    ...sides.flatMap((side) =>
      [...(side === "base" ? base : head).documents.values()].flatMap(({ file, faults }) =>
        faults.map((fault) => ({ side, file, pointer: "#", ...fault, isChange: true })),
      ),
    ),
    ...roundedIntegers(base, head),
  ];
}

const sides = ["base", "head"] as const;
const faultKey = ({ pointer, text }: Fault): string => `${pointer} ${text}`;

/**
 * Returns changed integers beyond 2^53 that JavaScript rounds to the same number. The comparison finds all other changed
 * integers.
 */
function roundedIntegers(base: Description, head: Description): Unjudged[] {
  const [olds, youngs] = [base, head].map(({ documents }) =>
    [...documents.values()].flatMap(({ file, largeIntegers }) =>
      largeIntegers.map((one) => ({ file, ...one })),
    ),
  ) as [WrittenInteger[], WrittenInteger[]];
  const changed = {
    base: without(olds, youngs, ({ written }) => written),
    head: without(youngs, olds, ({ written }) => written),
  };
  return sides.flatMap((side) =>
    changed[side].flatMap(({ file, line, written }) => {
      const others = changed[side === "base" ? "head" : "base"];
      const other = others.find((one) => Number(one.written) === Number(written))?.written;
      const text = `the integers ${written} and ${other ?? ""} are beyond 2^53 and cannot be distinguished`;
      return other === undefined ? [] : [{ side, file, line, pointer: "#", text, isChange: true }];
    }),
  );
}

type WrittenInteger = LargeInteger & { readonly file: string };

/** Subtracts the other list from the items: each item in the other list removes at most one item with the same key. */
function without<Item>(
  items: readonly Item[],
  others: readonly Item[],
  keyOf: (item: Item) => string,
): Item[] {
  const left = others.map(keyOf);
  return items.filter((item) => {
    const index = left.indexOf(keyOf(item));
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}
