import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { writeSide } from "../engine/redocly.js";
import type { Side } from "../git/side.js";
import type { Change } from "../report/change.js";
import { bundleSide } from "./bundle-side.js";
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

/** What is said of a review that looked for no consequences. */
export function noConsequences(...notes: string[]): Consequences {
  return { types: undefined, examples: undefined, facts: [], lint: undefined, notes };
}

// The compiler takes minutes and gigabytes for the types of larger descriptions.
const largest = 4_000_000;

/**
 * Finds out what follows from a change. Each consequence is found by itself: one that fails leaves a note, and
 * the review goes on. Writes to a folder of its own only, and removes it.
 *
 * @param root folder of the repository whose lint rules and generators are used
 */
export async function findConsequences(
  root: string,
  base: Side,
  head: Side,
  changes: readonly Change[],
): Promise<Consequences> {
  if (changes.length === 0)
    return {
      types: { level: "none", rows: [], diff: "" },
      examples: [],
      facts: [],
      lint: [],
      notes: [],
    };
  const notes: string[] = [];
  /** Does one thing; when it fails, says what could not be done and why. */
  const attempt = async <Result>(
    what: string,
    work: () => Promise<Result> | Result,
  ): Promise<Result | undefined> => {
    try {
      return await work();
    } catch (cause) {
      const [line = ""] = String(cause instanceof Error ? cause.message : cause).split("\n");
      notes.push(`${what}: \`${line.replaceAll("`", "'").slice(0, 300)}\`.`);
      return undefined;
    }
  };
  const folder = await realpath(await mkdtemp(join(tmpdir(), "review-consequences-")));
  try {
    const folders = { base: join(folder, "base"), head: join(folder, "head") };
    await Promise.all([mkdir(folders.base), mkdir(folders.head)]);
    const sides = { base: base.description, head: head.description };
    // A file that only one side refers to may lie on both, and a linter follows more than references.
    const files = new Set([...sides.base.documents.keys(), ...sides.head.documents.keys()]);
    const [olds, youngs] = await Promise.all([
      writeSide(sides.base, folders.base, files),
      writeSide(sides.head, folders.head, files),
    ]);
    const size = [...Object.values(sides)].flatMap(({ documents }) =>
      [...documents.values()].map(({ text }) => text.length),
    );
    const isLarge = size.reduce((sum, one) => sum + one, 0) > largest;
    if (isLarge)
      notes.push(
        "Types and examples were not compared: together the descriptions have more than 4 MB.",
      );
    const bundles = isLarge
      ? undefined
      : await attempt("Types and examples were not compared, because bundling failed", () =>
          Promise.all([
            bundleSide(folder, "base", olds.get(sides.base.root.file) ?? ""),
            bundleSide(folder, "head", youngs.get(sides.head.root.file) ?? ""),
          ]),
        );
    // Loaded when needed: the compiler alone takes longer to load than a small review takes to compare.
    const types =
      bundles &&
      (await attempt("Generated types were not compared", async () =>
        (await import("./compare-types.js")).compareTypes(...bundles),
      ));
    const examples =
      bundles &&
      (await attempt("Examples were not checked against the other side", async () =>
        (await import("./compare-examples.js")).compareExamples(...bundles),
      ));
    const isOwn = base.isOwnContract && head.isOwnContract;
    if (!isOwn)
      notes.push(
        "Lint findings and facts belong to the contract of this repository; this is another description.",
      );
    const lint = isOwn
      ? await attempt("New lint findings are unknown", () =>
          newFindings(root, head.description.file, folders),
        )
      : [];
    const facts = isOwn
      ? await attempt("Facts that speak of the changed places are unknown", () =>
          touchedFacts(head, changes),
        )
      : [];
    return { types, examples, facts: facts ?? [], lint, notes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
