import { readFile, symlink, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";

import { runTool } from "@vpcep/run-tool";

import { environment } from "../engine/redocly.js";

/** A lint finding that occurs only in the head description. */
export interface LintFinding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly text: string;
}

interface SpectralResult {
  readonly code: string;
  readonly message: string;
  readonly source?: string;
  readonly path: readonly (string | number)[];
  readonly range: { readonly start: { readonly line: number } };
}

const ruleset = ".spectral.yaml";

/**
 * Lints both versions with the rules of the repository that runs the review, not with the rules in the versions
 * themselves. Returns the findings that occur only in the head description.
 *
 * @param root folder of the repository whose ruleset and `node_modules` are used
 * @param folders for each version, a folder that contains only the files of that version
 * @throws Error if the ruleset does not exist or the linter fails
 */
export async function newFindings(
  root: string,
  file: string,
  folders: { readonly base: string; readonly head: string },
): Promise<LintFinding[]> {
  const rules = await readFile(join(root, ruleset), "utf8");
  const lintIn = async (folder: string): Promise<SpectralResult[]> => {
    // File paths in overrides are relative to the ruleset's folder, so each version needs its own copy of the ruleset.
    await writeFile(join(folder, ruleset), rules);
    await symlink(join(root, "packages"), join(folder, "packages"));
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
    return lint(folder, file);
  };
  const [olds, youngs] = await Promise.all([lintIn(folders.base), lintIn(folders.head)]);
  const known = new Set(olds.map((one) => key(one, folders.base)));
  return youngs
    .filter((one) => !known.has(key(one, folders.head)))
    .map((one) => ({
      file: relative(folders.head, one.source ?? file),
      line: one.range.start.line + 1,
      rule: one.code,
      text: one.message.replace(/\s+/g, " ").replaceAll(`${folders.head}/`, ""),
    }));
}

/** Returns a key that identifies a finding regardless of its line number. */
function key({ code, message, source, path }: SpectralResult, folder: string): string {
  return JSON.stringify([
    code,
    message.replaceAll(folder, ""),
    (source ?? "").replace(folder, ""),
    path,
  ]);
}

async function lint(folder: string, file: string): Promise<SpectralResult[]> {
  const args = ["lint", file, "--ruleset", ruleset, "--format", "json", "--quiet"];
  const all = [...args, "--fail-severity", "hint"];
  const { stdout } = await runTool("spectral", all, folder, environment);
  try {
    return JSON.parse(stdout) as SpectralResult[];
  } catch {
    throw new Error("the linter did not write a report");
  }
}
