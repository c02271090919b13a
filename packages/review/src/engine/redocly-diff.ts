import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import type { Description } from "../load/description.js";
import type { SourceDocument } from "../load/document.js";
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

/** A file and a pointer into it. */
export interface EnginePlace {
  readonly file: string;
  readonly pointer: string;
}

/** The review uses its own configuration file, because a project's configuration might disable the rules. */
export const engineConfig = fileURLToPath(new URL("../../redocly-diff.yaml", import.meta.url));

/**
 * Runs `redocly diff` on two descriptions and returns the breaking changes that it reports.
 *
 * @param run runs the Redocly CLI; a faster implementation is useful for comparing hundreds of pairs
 * @throws ReviewError if the engine writes no report
 */
export async function redoclyDiff(
  base: Description,
  head: Description,
  run: RunRedocly = runRedocly,
): Promise<EngineVerdict[]> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "review-engine-")));
  for (const side of [base, head]) side.loadReferenced();
  try {
    const [olds, youngs] = await Promise.all([
      writeSide(base, join(folder, "base"), base.documents.keys(), withoutExamples),
      writeSide(head, join(folder, "head"), head.documents.keys(), withoutExamples),
    ]);
    const paths = [olds.get(base.root.file) ?? "", youngs.get(head.root.file) ?? ""];
    const options = ["--config", engineConfig, "--format", "json", "--fail-on", "none"];
    const args = ["diff", ...paths, ...options];
    const text = await outputOf(args, join(folder, "report.json"), folder, run).catch(
      (cause: unknown) => {
        throw new ReviewError(`redocly diff wrote no report: ${(cause as Error).message}`);
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

// Objects whose keys are names, so that `example` is not a keyword in them.
const maps = new Set(["properties", "headers", "schemas", "parameters", "mapping", "scopes"]);

/** Returns a file without its examples. The engine does not judge examples, but needs memory for them. */
function withoutExamples({ value }: SourceDocument): string {
  const named = new Set<unknown>();
  return JSON.stringify(value, function (this: unknown, key, inner: unknown) {
    if (maps.has(key) && !named.has(this)) named.add(inner);
    return (key === "example" || key === "examples") && !named.has(this) ? undefined : inner;
  });
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
