import type { Comparison, Finding, Pair } from "../compare/comparison.js";
import { isObject, type Site } from "../load/site.js";
import { canonical } from "../load/values.js";
import { largest, levels, type Level } from "../policy/level.js";
import { levelOf, reasonOf, rowOf, type Way } from "../policy/policy.js";
import { fingerprint } from "./fingerprint.js";
import type { Audience, Change, Location, Place } from "./report.js";

/** A finding with its level, directions, and affected locations. */
interface Collected {
  readonly finding: Finding;
  /** Affected locations, keyed by their one-line text. */
  readonly places: Map<string, Place>;
  readonly ways: Set<Way>;
  level: Level;
}

// Maximum number of locations listed per change. In a description with webhooks, thousands of locations can use the
// same schema.
const mostPlaces = 300;

/** Merges a comparison's findings into changes, each with all locations that it affects. */
export function collectChanges(comparison: Comparison): Change[] {
  const merged = new Map<string, Collected>();
  for (const pair of comparison.connected()) {
    if (pair.findings.length === 0) continue;
    const places = placesOf(pair);
    for (const found of pair.findings) {
      const finding = effective(found, pair);
      const { rule, text, base, head } = finding;
      // If an item exists in only one description, its location in the other description is the location of its parent.
      const sites = isAddition(rule) ? [head] : rule.endsWith("-removed") ? [base] : [base, head];
      const key = [rule, text, ...sites.map((site) => site?.id)].join("\n");
      const known: Collected = merged.get(key) ?? {
        finding,
        places: new Map(),
        level: "none",
        ways: new Set(),
      };
      known.level = largest([known.level, levelOf(finding.rule, pair.way)]);
      for (const { place, way } of places) {
        known.ways.add(way);
        if (known.places.size <= mostPlaces) known.places.set(placeText(place), place);
      }
      merged.set(key, known);
    }
  }
  return withUniqueIds(
    withMovedExamples([...merged.values()])
      .map(toChange)
      .sort(byWeight),
  );
}

function isAddition(rule: Finding["rule"]): boolean {
  return /-added(-|$)/.test(rule);
}

/** Downgrades `xml` changes in schemas that no XML body uses. */
function effective(finding: Finding, pair: Pair): Finding {
  if (finding.rule !== "xml-changed") return finding;
  const seen = new Set([pair]);
  for (const one of seen) {
    if (one.isXml === true) return finding;
    if (one.isXml === undefined) for (const { pair: parent } of one.parents) seen.add(parent);
  }
  return { ...finding, rule: "keyword-without-effect" };
}

/** For each part of an operation that uses the pair, returns the shortest path to the pair. */
function placesOf(pair: Pair): { place: Place; way: Way }[] {
  const places: { place: Place; way: Way }[] = [];
  // Search from the pair toward the roots and visit the nearest pairs first. Iterating over a map also visits entries
  // that are added during the loop.
  const steps = new Map<Pair, Step | undefined>([[pair, undefined]]);
  for (const [at, step] of steps) {
    if (at.start !== undefined) {
      places.push({ place: { ...at.start, path: pathText(step) }, way: at.way });
      if (places.length > mostPlaces) break;
    }
    for (const { pair: parent, label } of at.parents)
      if (!steps.has(parent)) steps.set(parent, { label, next: step });
  }
  return places;
}

/** A step on the path from a root to the changed pair. */
interface Step {
  readonly label: string;
  readonly next: Step | undefined;
}

function pathText(first: Step | undefined): string {
  let text = "";
  for (let step = first; step !== undefined; step = step.next)
    if (step.label !== "")
      text += text === "" || /^[[(]/.test(step.label) ? step.label : `.${step.label}`;
  return text;
}

/** Formats a location on one line. */
export function placeText({ operation, part, path }: Place): string {
  return [operation, part, path].filter((text) => text !== "").join(" · ");
}

/**
 * Merges the removal and the addition of the same example value into one change, such as when an example moves from a
 * schema to its parameter.
 */
function withMovedExamples(all: readonly Collected[]): Collected[] {
  const key = ({ places }: Collected, site: Site | undefined): string =>
    [...places.keys(), ...exampleValues(site)].join("\n");
  const isMoved = ({ finding }: Collected, way: "added" | "removed"): boolean =>
    finding.rule === "example-changed" && finding.text.endsWith(` is ${way}`);
  const added = new Map(
    all
      .filter((one) => isMoved(one, "added"))
      .map((one) => [key(one, one.finding.head), one] as const),
  );
  const gone = new Set<Collected>();
  const moved = all.map((one) => {
    const other = isMoved(one, "removed") ? added.get(key(one, one.finding.base)) : undefined;
    if (other === undefined || gone.has(other)) return one;
    gone.add(other);
    const text = "an example moves but keeps its value";
    return { ...one, finding: { ...one.finding, text, head: other.finding.head } };
  });
  return moved.filter((one) => !gone.has(one));
}

/** Returns the values in `example` or `examples` as sorted canonical JSON. */
function exampleValues(site: Site | undefined): string[] {
  if (site?.key !== "examples") return [canonical(site?.value)];
  const values = Array.isArray(site.value)
    ? (site.value as unknown[])
    : site.entries().map(([, entry]) => entry.object["value"]);
  return values.map(canonical).sort();
}

function toChange({ finding, places, ways, level }: Collected): Change {
  const { rule, text, base, head, values } = finding;
  const isNew = isAddition(rule) || text.endsWith(" is added");
  // Show removed items at their old location and all other items at their new location.
  const isGone = head?.value === undefined || /-(removed|lifted)$/.test(rule);
  const [here, there] = isGone && base !== undefined ? [base, head] : [head, base];
  if (here === undefined) throw new RangeError(`A finding without a location: ${rule}`);
  const [way = "request"] = ways;
  return {
    id: fingerprint(rule, text, base ?? head),
    rule,
    level,
    direction: ways.size > 1 ? "both" : way,
    affects: audience(level, rule, ways),
    ...locationOf(here),
    side: here === base ? "base" : "head",
    counterpart: there?.value === undefined ? null : locationOf(there),
    text,
    because: reasonOf(rule, ways),
    places: [...places.values()].slice(0, mostPlaces),
    hasMorePlaces: places.size > mostPlaces,
    before: isNew ? null : (values?.[0] ?? shownValue(base, head)),
    after: isGone || text.endsWith(" is removed") ? null : (values?.[1] ?? shownValue(head, base)),
    confirmed: false,
  };
}

export function locationOf(site: Site): Location {
  return { file: site.file, pointer: site.pointer, line: site.line };
}

// Maximum length of a value in the report. The limit is high enough for a paragraph.
const longestValue = 2_000;

/**
 * Returns the value at a location as text; null if there is no value, or if the location is only the parent of the
 * compared location.
 */
function shownValue(site: Site | undefined, other: Site | undefined): string | null {
  if (site?.value === undefined) return null;
  const isParent =
    isObject(site.value) && other !== undefined && other.key !== site.key && !isObject(other.value);
  if (isParent) return null;
  const text = typeof site.value === "string" ? site.value : JSON.stringify(site.value);
  if (text.length <= longestValue) return text;
  // Copy the start of the text, because a slice would keep the whole text in memory.
  return `${Buffer.from(text.slice(0, longestValue)).toString()}…`;
}

function audience(level: Level, rule: Finding["rule"], ways: ReadonlySet<Way>): Audience[] {
  if (level === "patch") return ["documentation"];
  const row = rowOf(rule);
  const affected: Audience[] = [];
  if (ways.has("request") && (row.request ?? row.response) !== "none") affected.push("senders");
  if (ways.has("response") && (row.response ?? row.request) !== "none") affected.push("readers");
  if (row.types !== undefined) affected.push("types");
  return affected;
}

/**
 * Compares two changes for sorting. Breaking changes come first. The order within each level is: changes that have this
 * level in requests, changes that have this level only in responses, new response values, and findings of the second
 * engine. If two changes have the same rank, the change that affects more operations comes first.
 */
export function byWeight(a: Change, b: Change): number {
  return (
    levels.indexOf(b.level) - levels.indexOf(a.level) ||
    rankOf(a) - rankOf(b) ||
    operationsOf(b) - operationsOf(a) ||
    a.file.localeCompare(b.file) ||
    a.line - b.line ||
    a.text.localeCompare(b.text)
  );
}

function rankOf({ rule, direction, level }: Change): number {
  if (rule === "engine-only") return 3;
  if (direction !== "response" && levelOf(rule, "request") === level) return 0;
  return rule.endsWith("-value-added") ? 2 : 1;
}

/** Counts the affected operations. A change to the description as a whole affects all operations. */
function operationsOf({ places }: Change): number {
  const names = new Set(places.map(({ operation }) => operation));
  return names.has("") ? Infinity : names.size;
}

/** Adds numbers to repeated fingerprints, so that each change has a unique ID. */
function withUniqueIds(changes: readonly Change[]): Change[] {
  const taken = new Map<string, number>();
  return changes.map((change) => {
    const count = (taken.get(change.id) ?? 0) + 1;
    taken.set(change.id, count);
    return count === 1 ? change : { ...change, id: `${change.id}-${count}` };
  });
}
