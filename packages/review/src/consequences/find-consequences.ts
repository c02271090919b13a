import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { writeSide } from "../engine/write-side.js";
import type { Description } from "../load/description.js";
import type { Side } from "../git/side.js";
import type { Change } from "../report/change.js";
import { bundleSide, type Bundle } from "./bundle-side.js";
import type { ExampleConsequence } from "./compare-examples.js";
import type { TypesConsequence } from "./compare-types.js";
import { newFindings, type LintFinding } from "./new-findings.js";
import { touchedFacts, type TouchedFact } from "./touched-facts.js";

/** What follows from a change beyond the change itself. Undefined: could not be found out, see `notes`. */
export interface Consequences {
  readonly types: TypesConsequence | undefined;
  readonly examples: readonly ExampleConsequence[] | undefined;
  readonly facts: readonly TouchedFact[];
  readonly lint: readonly LintFinding[] | undefined;
  /** What was left out, and why, in sentences. */
  readonly notes: readonly string[];
}

/** What a quick review says instead. */
export const noConsequences: Consequences = {
  types: undefined,
  examples: undefined,
  facts: [],
  lint: undefined,
  notes: ["Quick review: types, examples, facts and lint findings were left out."],
};

// Bundling more than this for types and examples takes minutes and gigabytes.
const largest = 4_000_000;

/** Finds out what follows from a change. Writes to a folder of its own only, and removes it. */
export async function findConsequences(
  root: string,
  base: Side,
  head: Side,
  changes: readonly Change[],
): Promise<Consequences> {
  if (changes.length === 0)
    return {
      types: { level: "none", breaks: [], diff: "" },
      examples: [],
      facts: [],
      lint: [],
      notes: [],
    };
  const isOwn = base.isOwnContract && head.isOwnContract;
  const folder = await realpath(await mkdtemp(join(tmpdir(), "review-consequences-")));
  try {
    const folders = { base: join(folder, "base"), head: join(folder, "head") };
    await Promise.all([mkdir(folders.base), mkdir(folders.head)]);
    const [olds, youngs] = await Promise.all([
      writeSide(base.description, folders.base),
      writeSide(head.description, folders.head),
    ]);
    const isLarge = [base, head].some(({ description }) => sizeOf(description) > largest);
    const [before, after] = isLarge
      ? []
      : await Promise.all([
          bundleSide(base.description, folder, "base", olds.get(base.description.root.file) ?? ""),
          bundleSide(
            head.description,
            folder,
            "head",
            youngs.get(head.description.root.file) ?? "",
          ),
        ]);
    const { types, examples } =
      before !== undefined && after !== undefined
        ? await consequencesOf(before, after)
        : { types: undefined, examples: undefined };
    const lint = isOwn ? await newFindings(root, head, head.description.file, folders) : [];
    const notes = [
      ...(types === undefined
        ? ["Types were not compared: the description is too large, or they could not be generated."]
        : []),
      ...(examples === undefined
        ? ["Examples were not checked: the description is too large, or it could not be bundled."]
        : []),
      ...(lint === undefined
        ? ["New lint findings are unknown: build the house rules first (npm run build)."]
        : []),
      ...(isOwn
        ? []
        : [
            "Lint findings and facts belong to the contract of this repository; this is another description.",
          ]),
    ];
    return { types, examples, facts: isOwn ? touchedFacts(head, changes) : [], lint, notes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function consequencesOf(before: Bundle, after: Bundle) {
  // Loaded when needed: the compiler alone takes longer to load than a small review takes to compare.
  const [{ compareTypes }, { compareExamples }] = await Promise.all([
    import("./compare-types.js"),
    import("./compare-examples.js"),
  ]);
  return {
    types: await compareTypes(before, after).catch(() => undefined),
    examples: compareExamples(before, after),
  };
}

function sizeOf(description: Description): number {
  return [...description.documents.values()].reduce((sum, { text }) => sum + text.length, 0);
}
