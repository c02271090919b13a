import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { bundle, writeSide } from "../engine/redocly.js";
import type { Side } from "../git/side.js";
import type { Change } from "../report/change.js";
import type { ExampleConsequence } from "./compare-examples.js";
import type { TypesConsequence } from "./compare-types.js";
import { newFindings, type LintFinding } from "./new-findings.js";
import { touchedFacts, type TouchedFact } from "./touched-facts.js";

/**
 * Consequences of a change. If a check failed or was skipped, its result is empty or undefined, and `notes` contains the
 * reason.
 */
export interface Consequences {
  readonly types: TypesConsequence | undefined;
  readonly examples: readonly ExampleConsequence[] | undefined;
  readonly facts: readonly TouchedFact[];
  readonly lint: readonly LintFinding[] | undefined;
  /** Notes about failed and skipped checks, with the reasons. */
  readonly notes: readonly string[];
}

/** Returns the result for a review that skips all checks. */
export function noConsequences(...notes: string[]): Consequences {
  return { types: undefined, examples: undefined, facts: [], lint: undefined, notes };
}

// Maximum total size of both descriptions, in characters. For larger descriptions, the TypeScript compiler would take
// minutes and use gigabytes of memory.
const largest = 4_000_000;

/**
 * Finds the consequences of a change. The checks are independent: a failed check adds a note, and the review continues.
 * Writes only to a temporary folder, which is removed at the end.
 *
 * @param root folder of the repository that contains the lint rules and generators
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
  /** Runs a check. If the check fails, adds a note with the reason. */
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
    // Write every file that either version loads into both folders, because the linter may also read files that are not
    // referenced.
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
        "Types and examples were not compared, because the descriptions together exceed 4 MB.",
      );
    const bundles = isLarge
      ? undefined
      : await attempt("Types and examples were not compared, because bundling failed", () =>
          Promise.all([
            bundle(folder, "base", olds.get(sides.base.root.file)),
            bundle(folder, "head", youngs.get(sides.head.root.file)),
          ]),
        );
    // Load the compiler only when needed, because loading it takes longer than comparing small descriptions.
    const types =
      bundles &&
      (await attempt("Generated types were not compared", async () =>
        (await import("./compare-types.js")).compareTypes(...bundles),
      ));
    const examples =
      bundles &&
      (await attempt("Examples were not checked against the other description", async () =>
        (await import("./compare-examples.js")).compareExamples(...bundles),
      ));
    const isOwn = base.isOwnContract && head.isOwnContract;
    if (!isOwn)
      notes.push(
        "Lint findings and facts were skipped, because the description is not this repository's contract.",
      );
    const lint = isOwn
      ? await attempt("Lint findings were not compared", () =>
          newFindings(root, head.description.file, folders),
        )
      : [];
    const facts = isOwn
      ? await attempt("Facts about the changed locations were not checked", () =>
          touchedFacts(head, changes),
        )
      : [];
    return { types, examples, facts: facts ?? [], lint, notes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
