import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import type { Description } from "../load/description.js";
import type { SourceDocument } from "../load/document.js";
import { isObject } from "../load/site.js";
import { ReviewError } from "../review-error.js";
import { outputOf, runRedocly, writeSide, type RunRedocly, type Written } from "./redocly.js";

/** A breaking change reported by the engine, with locations in the reviewed files. */
export interface EngineVerdict {
  /** The engine rule's name. */
  readonly rule: string;
  readonly message: string;
  readonly base: EnginePlace | undefined;
  readonly head: EnginePlace | undefined;
}

/** A location: a file and a JSON Pointer within that file. */
export interface EnginePlace {
  readonly file: string;
  readonly pointer: string;
}

/** The review uses its own configuration file, because a project's configuration might disable the rules. */
export const engineConfig = fileURLToPath(new URL("../../redocly-diff.yaml", import.meta.url));

/**
 * Runs `redocly diff` on two descriptions and returns the breaking changes that it reports.
 *
 * @param run function that runs the Redocly CLI; pass a faster implementation to compare hundreds of description pairs
 * @throws ReviewError if the engine does not write a report
 */
export async function redoclyDiff(
  base: Description,
  head: Description,
  run: RunRedocly = runRedocly,
): Promise<EngineVerdict[]> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "review-engine-")));
  for (const side of [base, head]) side.loadReferenced();
  try {
    const textOf = ({ value }: SourceDocument): Iterable<string> => withoutExamples(value);
    const [olds, youngs] = await Promise.all([
      writeSide(base, join(folder, "base"), base.documents.keys(), textOf),
      writeSide(head, join(folder, "head"), head.documents.keys(), textOf),
    ]);
    const paths = [olds.get(base.root.file) ?? "", youngs.get(head.root.file) ?? ""];
    const options = ["--config", engineConfig, "--format", "json", "--fail-on", "none"];
    const args = ["diff", ...paths, ...options];
    const text = await outputOf(args, join(folder, "report.json"), folder, run).catch(
      (cause: unknown) => {
        throw new ReviewError(`redocly diff did not write a report: ${(cause as Error).message}`);
      },
    );
    const names = { base: byPath(olds), head: byPath(youngs) };
    return readRedoclyReport(text, (file, side) => {
      const path = resolve(folder, file);
      return names[side].get(path) ?? relative(folder, path);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// Keywords whose values are objects that have names as keys, so that the key `example` in them is not a keyword.
const maps = new Set(["properties", "headers", "schemas", "parameters", "mapping", "scopes"]);

/**
 * Converts a value to JSON and omits its examples, which the engine ignores but would keep in memory. Yields the text
 * in many short pieces, so that the whole text is never in memory.
 *
 * @param key the key that contains the value
 * @param depth number of nested levels whose values are yielded separately
 */
function* withoutExamples(value: unknown, key = "", depth = 3): Generator<string> {
  const named = new Set<unknown>(maps.has(key) ? [value] : []);
  const isDropped = (owner: unknown, name: string): boolean =>
    (name === "example" || name === "examples") && !named.has(owner);
  if (depth === 0 || !isObject(value)) {
    yield JSON.stringify(value, function (this: unknown, name, inner: unknown) {
      if (maps.has(name) && !named.has(this)) named.add(inner);
      return isDropped(this, name) ? undefined : inner;
    });
    return;
  }
  let start = "{";
  for (const [name, inner] of Object.entries(value)) {
    if (isDropped(value, name)) continue;
    yield `${start}${JSON.stringify(name)}:`;
    yield* withoutExamples(inner, named.has(value) ? "" : name, depth - 1);
    start = ",";
  }
  yield start === "{" ? "{}" : "}";
}

function byPath(written: Written): Map<string, string> {
  return new Map([...written].map(([own, path]) => [path, own]));
}

interface RedoclyPlace {
  readonly file: string;
  readonly pointer: string;
}

interface RedoclyReport {
  readonly reportVersion: string;
  readonly changes: readonly {
    readonly base?: RedoclyPlace;
    readonly revision?: RedoclyPlace;
    readonly verdicts: readonly {
      readonly ruleId: string;
      readonly impact: string;
      readonly message: string;
    }[];
  }[];
}

/**
 * Extracts the breaking changes from a `redocly diff --format json` report.
 *
 * @param ownPath maps a file path in the report to the path that the review uses
 * @throws ReviewError if the report version is not supported
 */
export function readRedoclyReport(
  text: string,
  ownPath: (file: string, side: "base" | "head") => string,
): EngineVerdict[] {
  const report = JSON.parse(text) as Partial<RedoclyReport>;
  if (report.reportVersion !== "1" || !Array.isArray(report.changes))
    throw new ReviewError(
      `redocly diff printed a report with version ${String(report.reportVersion)}, ` +
        'but only version "1" is supported. Pin @redocly/cli to 2.77.0.',
    );
  return (report as RedoclyReport).changes.flatMap((change) => {
    const place = (side: "base" | "head", at?: RedoclyPlace): EnginePlace | undefined =>
      at && { file: ownPath(at.file, side), pointer: at.pointer.replace(/\/$/, "") };
    return change.verdicts
      .filter(({ impact }) => impact === "major")
      .map(({ ruleId, message }) => ({
        rule: ruleId,
        message,
        base: place("base", change.base),
        head: place("head", change.revision),
      }));
  });
}
