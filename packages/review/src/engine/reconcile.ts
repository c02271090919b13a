import type { Comparison, Finding } from "../compare/comparison.js";
import { pointerTokens, type Description } from "../load/description.js";
import { reachableFrom, type Reach } from "../load/reach.js";
import type { Site } from "../load/site.js";
import type { Level } from "../policy/level.js";
import type { Rule } from "../policy/policy.js";
import type { Correction } from "./corrections.js";
import type { EnginePlace, EngineVerdict } from "./redocly-diff.js";

/** A finding with its level. */
export interface Rated {
  readonly finding: Finding;
  readonly level: Level;
}

/** An engine finding that is downgraded. */
export interface Corrected {
  readonly verdict: EngineVerdict;
  readonly by: Correction;
  /** Our findings at the same location. */
  readonly found: readonly Finding[];
}

/** The engine findings, by outcome. */
export interface Reconciled {
  /** Our findings that the engine also reports as breaking changes. */
  readonly confirmed: ReadonlySet<Finding>;
  /** Engine findings that a row in the corrections table downgrades. */
  readonly corrected: readonly Corrected[];
  /** Findings that only the engine reports, which are added to the review's report. */
  readonly engineOnly: readonly EngineVerdict[];
}

/** Predicates for the conditions in the corrections table. */
export interface PlaceFacts {
  /** Whether our comparison included the schema at the location. */
  readonly isCompared: (verdict: EngineVerdict) => boolean;
  /** Whether the location is used only by removed parts, which are already reported. */
  readonly isPartOfRemoval: (verdict: EngineVerdict) => boolean;
  /** Whether an enclosing schema is marked `readOnly` or `writeOnly`. */
  readonly isKeptOff: (verdict: EngineVerdict) => boolean;
}

/** Matches the engine's findings with our findings at the same locations. */
export function reconcile(
  verdicts: readonly EngineVerdict[],
  rated: readonly Rated[],
  corrections: readonly Correction[],
  facts: PlaceFacts,
): Reconciled {
  const confirmed = new Set<Finding>();
  const corrected: Corrected[] = [];
  const engineOnly: EngineVerdict[] = [];
  for (const verdict of verdicts) {
    const near = rated.filter(({ finding }) => isNear(verdict, finding));
    const breaks = near.filter(({ level }) => level === "major");
    if (breaks.length > 0) {
      for (const { finding } of breaks) confirmed.add(finding);
      continue;
    }
    const by = corrections.find((row) => applies(row, verdict, near, facts));
    if (by === undefined && facts.isPartOfRemoval(verdict)) continue;
    if (by === undefined) engineOnly.push(verdict);
    else corrected.push({ verdict, by, found: near.map(({ finding }) => finding) });
  }
  return { confirmed, corrected, engineOnly };
}

const words: readonly Rule[] = ["description-changed", "example-changed", "extension-changed"];

function applies(
  { engine, ours, where }: Correction,
  verdict: EngineVerdict,
  near: readonly Rated[],
  { isCompared, isKeptOff }: PlaceFacts,
): boolean {
  if (!engine.includes(verdict.rule)) return false;
  // Ignore wording changes, because they neither confirm nor rule out a breaking change.
  const weighty = near.filter(
    ({ finding: { rule } }) => !words.includes(rule) || ours.includes(rule),
  );
  if (ours !== "anything less") {
    if (!weighty.every(({ finding }) => ours.includes(finding.rule))) return false;
    if (ours.length > 0 && weighty.length === 0) return false;
  }
  switch (where) {
    case "compared":
      return isCompared(verdict);
    case "excluded by readOnly or writeOnly":
      return isKeptOff(verdict);
    case "inside not":
      return /\/not(\/|$)/.test((verdict.head ?? verdict.base)?.pointer ?? "");
    default:
      return true;
  }
}

/**
 * Whether two findings are at the same location, or one is inside the other. Checks removed items only in the base and
 * added items only in the head, because the other side contains only their parents.
 */
function isNear({ base, head }: EngineVerdict, finding: Finding): boolean {
  const isGone = finding.rule.endsWith("-removed");
  const isNew = /-added(-|$)/.test(finding.rule);
  return (!isNew && touches(base, finding.base)) || (!isGone && touches(head, finding.head));
}

function touches(place: EnginePlace | undefined, site: Site | undefined): boolean {
  if (site === undefined || place === undefined) return false;
  // A finding at a reference also applies to the reference's target.
  return [site, site.target].some((one) => {
    if (place.file !== one.file) return false;
    const [a, b] = [`${place.pointer}/`, `${one.pointer}/`];
    return a.startsWith(b) || (one === site && b.startsWith(a));
  });
}

// A keyword is one level below its schema. Items in `required` or `anyOf` are one or two levels deeper.
const stepsToSchema = 3;

/** Creates the predicates from two descriptions and their comparison. */
export function placeFacts(
  comparison: Comparison,
  base: Description,
  head: Description,
): PlaceFacts {
  const compared = comparison.compared();
  const either = (verdict: EngineVerdict, test: (path: Site[]) => boolean): boolean =>
    (verdict.base !== undefined && test(sitesTo(base, verdict.base))) ||
    (verdict.head !== undefined && test(sitesTo(head, verdict.head)));
  const isCompared = (verdict: EngineVerdict): boolean =>
    either(verdict, (path) => path.slice(-1 - stepsToSchema).some((site) => compared.has(site)));
  let removed: Reach | undefined;
  return {
    isCompared,
    isPartOfRemoval: (verdict) => {
      const site = siteOf(base, verdict.base);
      removed ??= reachableFrom(
        comparison
          .connected()
          .flatMap(({ findings }) => findings)
          .flatMap(({ rule, base: gone }) => (rule.endsWith("-removed") && gone ? [gone] : [])),
      );
      return site !== undefined && removed.has(site) && !isCompared(verdict);
    },
    isKeptOff: (verdict) =>
      either(verdict, (path) =>
        path.some(({ object }) => object["readOnly"] === true || object["writeOnly"] === true),
      ),
  };
}

/** Returns an engine finding's location in the description. */
export function siteOf(description: Description, place: EnginePlace | undefined): Site | undefined {
  return place === undefined ? undefined : sitesTo(description, place).at(-1);
}

/** Returns every site from the file's root to the location. */
function sitesTo(description: Description, { file, pointer }: EnginePlace): Site[] {
  const document = description.documents.get(file);
  if (document === undefined) return [];
  const path = [description.rootOf(document)];
  for (const token of pointerTokens(pointer)) {
    const parent = path.at(-1);
    if (parent !== undefined) path.push(parent.child(token));
  }
  return path;
}
