import { parsePointer } from "@vpcep/contract-reader";

import type { Comparison, Finding } from "../compare/comparison.js";
import type { Description } from "../load/description.js";
import { reachableFrom, type Reach } from "../load/reach.js";
import type { Site } from "../load/site.js";
import { addTo } from "../load/values.js";
import { levelOf, type Rule } from "../policy/policy.js";
import { corrections, type Correction } from "./corrections.js";
import type { EnginePlace, EngineVerdict } from "./redocly-diff.js";

/**
 * An engine finding and, for both the base and the head, the locations from the file's root to the finding. The list of
 * locations is empty if the base or the head does not contain the finding.
 */
export interface Placed {
  readonly verdict: EngineVerdict;
  readonly base: readonly Site[];
  readonly head: readonly Site[];
}

/** An engine finding that is downgraded. */
export interface Corrected extends Placed {
  readonly by: Correction;
  /** Our findings at the same location. */
  readonly found: readonly Finding[];
}

/** The engine findings, grouped by outcome. */
export interface Reconciled {
  /** Our findings that the engine also reports as breaking changes. */
  readonly confirmed: ReadonlySet<Finding>;
  /** Engine findings that a row in the corrections table downgrades. */
  readonly corrected: readonly Corrected[];
  /** Findings that only the engine reports, which are added to the review's report. */
  readonly engineOnly: readonly Placed[];
}

/** Matches the engine's findings with our findings at the same locations. */
export function reconcile(
  verdicts: readonly EngineVerdict[],
  comparison: Comparison,
  base: Description,
  head: Description,
): Reconciled {
  const confirmed = new Set<Finding>();
  const corrected: Corrected[] = [];
  const engineOnly: Placed[] = [];
  const ours = new FindingIndex(comparison);
  for (const verdict of verdicts) {
    const placed = {
      verdict,
      base: sitesTo(base, verdict.base),
      head: sitesTo(head, verdict.head),
    };
    const found = ours.near(placed);
    const breaks = found.filter((finding) => ours.isBreaking(finding));
    for (const finding of breaks) confirmed.add(finding);
    if (breaks.length > 0) continue;
    const by = corrections.find((row) => applies(row, placed, found, ours));
    if (by !== undefined) corrected.push({ ...placed, by, found });
    else if (!ours.isPartOfRemoval(placed)) engineOnly.push(placed);
  }
  return { confirmed, corrected, engineOnly };
}

const words: readonly Rule[] = ["description-changed", "example-changed", "extension-changed"];

function applies(
  { engine, ours, where }: Correction,
  placed: Placed,
  found: readonly Finding[],
  index: FindingIndex,
): boolean {
  if (!engine.includes(placed.verdict.rule)) return false;
  if (where === "compared" && !index.isCompared(placed)) return false;
  if (where === "excluded by readOnly or writeOnly" && !isExcluded(placed)) return false;
  if (ours === "anything less") return true;
  // Ignore wording changes, because they neither confirm nor rule out a breaking change.
  const weighty = found.filter(({ rule }) => !words.includes(rule) || ours.includes(rule));
  return (
    weighty.every(({ rule }) => ours.includes(rule)) && (ours.length === 0 || weighty.length > 0)
  );
}

/** Whether an enclosing schema is marked `readOnly` or `writeOnly`. */
function isExcluded({ base, head }: Placed): boolean {
  return [...base, ...head].some(
    ({ object }) => object["readOnly"] === true || object["writeOnly"] === true,
  );
}

/** Returns all locations on the path from the file's root to a location that the engine reports. */
function sitesTo(description: Description, place: EnginePlace | undefined): Site[] {
  const document = place && description.documents.get(place.file);
  if (document === undefined) return [];
  let site = description.rootOf(document);
  return [site, ...parsePointer(place?.pointer ?? "").map((token) => (site = site.child(token)))];
}

// A keyword is one level below its schema. An item in `required` is two levels below its schema, and a keyword in a
// branch of `anyOf` is three levels below the schema that contains `anyOf`.
const stepsToSchema = 3;

/** Our findings, indexed by location, and the set of compared locations. */
class FindingIndex {
  readonly #order = new Map<Finding, number>();
  readonly #breaking = new Set<Finding>();
  /** Findings at each location. A finding at a reference also applies to the reference's target. */
  readonly #at = new Map<Site, Finding[]>();
  /** Findings inside each location. */
  readonly #inside = new Map<Site, Finding[]>();
  readonly #compared: ReadonlySet<Site>;
  #removed: Reach | undefined;

  constructor(readonly comparison: Comparison) {
    this.#compared = comparison.compared();
    for (const { findings, way } of comparison.connected())
      for (const finding of findings) {
        this.#order.set(finding, this.#order.size);
        if (levelOf(finding.rule, way) === "major") this.#breaking.add(finding);
        // Index removed items only in the base and added items only in the head, because the other version contains
        // only their parents.
        if (!/-added(-|$)/.test(finding.rule)) this.#add(finding, finding.base);
        if (!finding.rule.endsWith("-removed")) this.#add(finding, finding.head);
      }
  }

  #add(finding: Finding, site: Site | undefined): void {
    if (site === undefined) return;
    for (const at of new Set([site, site.target])) addTo(this.#at, at, finding);
    for (let at = site.parent; at !== undefined; at = at.parent) addTo(this.#inside, at, finding);
  }

  isBreaking(finding: Finding): boolean {
    return this.#breaking.has(finding);
  }

  /** Returns our findings at, around, and inside the location of an engine finding. */
  near({ base, head }: Placed): Finding[] {
    const found = new Set<Finding>();
    for (const path of [base, head]) {
      for (const site of path) for (const one of this.#at.get(site) ?? []) found.add(one);
      const last = path.at(-1);
      for (const one of (last && this.#inside.get(last)) ?? []) found.add(one);
    }
    const order = (one: Finding): number => this.#order.get(one) ?? 0;
    return [...found].sort((a, b) => order(a) - order(b));
  }

  /** Whether our comparison included the schema that contains the location. */
  isCompared({ base, head }: Placed): boolean {
    return [base, head].some(
      (path) =>
        path.slice(-1 - stepsToSchema).some((site) => this.#compared.has(site)) ||
        this.comparison.isInsideEqual(path),
    );
  }

  /** Whether only removed items use the location. Removed items are already reported. */
  isPartOfRemoval(placed: Placed): boolean {
    const site = placed.base.at(-1);
    this.#removed ??= reachableFrom(
      [...this.#order.keys()].flatMap(({ rule, base }) =>
        rule.endsWith("-removed") && base ? [base] : [],
      ),
    );
    return site !== undefined && this.#removed.has(site) && !this.isCompared(placed);
  }
}
