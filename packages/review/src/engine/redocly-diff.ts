import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import type { Description } from "../load/description.js";
import { withoutSame } from "../load/without-same.js";
import { ReviewError } from "../review-error.js";
import type { EngineVerdict } from "./engine-verdict.js";
import { readRedoclyReport } from "./read-redocly-report.js";
import { runRedocly, type RedoclyResult } from "./run-redocly.js";
import { writeSide, type Written } from "./write-side.js";

/** The engine's own configuration: with a project's one, all its rules might be off. */
export const engineConfig = fileURLToPath(new URL("../../redocly-diff.yaml", import.meta.url));

/**
 * The breaks that `redocly diff` sees between two descriptions.
 *
 * @param run starts the Redocly CLI; tests that compare hundreds of pairs pass a faster one
 * @throws ReviewError when the engine gives no report
 */
export async function redoclyDiff(
  base: Description,
  head: Description,
  run: (args: readonly string[], folder: string) => Promise<RedoclyResult> = runRedocly,
): Promise<EngineVerdict[]> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "review-engine-")));
  try {
    const isSingle = [base, head].every(({ documents }) => documents.size === 1);
    const left = isSingle ? withoutSame(base.root.object, head.root.object) : undefined;
    const [olds, youngs] = await Promise.all([
      writeSide(base, join(folder, "base"), left?.base),
      writeSide(head, join(folder, "head"), left?.head),
    ]);
    const paths = [olds.get(base.root.file) ?? "", youngs.get(head.root.file) ?? ""];
    const options = ["--config", engineConfig, "--format", "json", "--fail-on", "none"];
    const output = join(folder, "report.json");
    const result = await run(["diff", ...paths, ...options, "--output", output], folder);
    const text = await readFile(output, "utf8").catch(() => undefined);
    if (text === undefined)
      throw new ReviewError(`redocly diff gave no report: ${lastLine(result.stderr)}`);
    const names = { base: byPath(olds), head: byPath(youngs) };
    return readRedoclyReport(text, (file, side) => {
      const path = resolve(folder, file);
      return names[side].get(path) ?? relative(folder, path);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function byPath(written: Written): Map<string, string> {
  return new Map([...written].map(([own, path]) => [path, own]));
}

function lastLine(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "" && !/^[╔║╚]/.test(line)).at(-1) ?? "it said nothing.";
}
