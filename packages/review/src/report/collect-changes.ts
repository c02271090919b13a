import { createHash } from "node:crypto";

import type { Comparison, Finding, Pair } from "../compare/comparison.js";
import type { Site } from "../load/site.js";
import { largest, type Level } from "../policy/level.js";
import { levelOf, reasonOf, rowOf, type Way } from "../policy/policy.js";
import type { Audience, Change, Location, Place } from "./change.js";

/** Turns the findings of a comparison into changes: each once, with every place from which it is reached. */
export function collectChanges(comparison: Comparison): Change[] {
  const merged = new Map<string, Collected>();
  for (const pair of comparison.pairs) {
    if (pair.findings.length === 0) continue;
    const places = placesOf(pair);
    // Pairs that were only tried out, to see which branches belong together, hang on nothing.
    if (places.length === 0) continue;
    for (const finding of pair.findings) {
      const key = [finding.rule, finding.text, finding.base?.id, finding.head?.id].join("\n");
      const known: Collected = merged.get(key) ?? {
        finding,
        places: new Map(),
        level: "none",
        ways: new Set(),
      };
      known.level = largest([known.level, levelOf(finding.rule, pair.way)]);
      for (const { place, way } of places) {
        known.places.set(placeText(place), place);
        known.ways.add(way);
      }
      merged.set(key, known);
    }
  }
  return [...merged.values()].map(toChange).sort(byWeight);
}

interface Collected {
  readonly finding: Finding;
  readonly places: Map<string, Place>;
  readonly ways: Set<Way>;
  level: Level;
}

/** A place on one line. */
export function placeText({ operation, part, path }: Place): string {
  return [operation, part, path].filter((text) => text !== "").join(" · ");
}

/** Fingerprint of a change: its rule, its words and its places, but no line. */
export function fingerprint(rule: string, text: string, places: readonly string[]): string {
  const seed = [rule, text, ...[...places].sort()].join("\n");
  return createHash("sha256").update(seed).digest("hex").slice(0, 12);
}

export function locationOf(site: Site): Location {
  return { file: site.file, pointer: site.pointer, line: site.line };
}

/** Breaks first, then by place. */
export function byWeight(a: Change, b: Change): number {
  const order: Level[] = ["major", "minor", "patch", "none"];
  return (
    order.indexOf(a.level) - order.indexOf(b.level) ||
    a.file.localeCompare(b.file) ||
    a.line - b.line ||
    a.text.localeCompare(b.text)
  );
}

function toChange({ finding, places, ways, level }: Collected): Change {
  const { rule, text, base, head } = finding;
  // What is gone is shown where it was; everything else where it is now.
  const isGone = head?.value === undefined || /-(removed|lifted)$/.test(rule);
  const [here, there] = isGone && base !== undefined ? [base, head] : [head, base];
  if (here === undefined) throw new RangeError(`A finding without a place: ${rule}`);
  const shown = [...places.values()];
  const [way = "request"] = ways;
  return {
    id: fingerprint(rule, text, [...places.keys()]),
    rule,
    level,
    direction: ways.size > 1 ? "both" : way,
    affects: audience(level, rule, ways),
    ...locationOf(here),
    side: here === base ? "base" : "head",
    counterpart: there?.value === undefined ? null : locationOf(there),
    text,
    because: reasonOf(rule, ways),
    places: shown,
    confirmed: false,
  };
}

function audience(level: Level, rule: Finding["rule"], ways: ReadonlySet<Way>): Audience[] {
  const row = rowOf(rule);
  const affected: Audience[] = [];
  if (level === "patch") return ["documentation"];
  if (ways.has("request") && (row.request ?? row.response) !== "none") affected.push("senders");
  if (ways.has("response") && (row.response ?? row.request) !== "none") affected.push("readers");
  if (row.types !== undefined) affected.push("types");
  return affected;
}

/** One way from every part of an operation down to the pair, the shortest. */
function placesOf(pair: Pair): { place: Place; way: Way }[] {
  const places: { place: Place; way: Way }[] = [];
  const seen = new Set([pair]);
  let level: { at: Pair; labels: string[] }[] = [{ at: pair, labels: [] }];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { at, labels } of level) {
      if (at.start !== undefined) {
        const { operation, part, way } = at.start;
        places.push({ place: { operation, part, path: pathText(labels) }, way });
      }
      for (const { pair: parent, label } of at.parents) {
        if (seen.has(parent)) continue;
        seen.add(parent);
        next.push({ at: parent, labels: [label, ...labels] });
      }
    }
    level = next;
  }
  return places;
}

function pathText(labels: readonly string[]): string {
  return labels
    .filter((label) => label !== "")
    .map((label, index) => (index === 0 || /^[[(]/.test(label) ? label : `.${label}`))
    .join("");
}
