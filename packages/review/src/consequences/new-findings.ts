import { spawn } from "node:child_process";
import { readFile, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

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
 * Lints both sides with the rules from the repository that runs the review, not with the sides' own rules. Returns the
 * new findings.
 *
 * @param root folder of the repository whose ruleset and `node_modules` are used
 * @param folders for each side, a folder that contains only that side's files
 * @throws Error if the ruleset does not exist or the linter fails
 */
export async function newFindings(
  root: string,
  file: string,
  folders: { readonly base: string; readonly head: string },
): Promise<LintFinding[]> {
  const rules = await readFile(join(root, ruleset), "utf8");
  const [olds, youngs] = await Promise.all(
    [folders.base, folders.head].map(async (folder) => {
      // Overrides are relative to the ruleset's folder, so each side needs its own copy of the ruleset.
      await writeFile(join(folder, ruleset), rules);
      await symlink(join(root, "packages"), join(folder, "packages"));
      await symlink(join(root, "node_modules"), join(folder, "node_modules"));
      return lint(folder, file);
    }),
  );
  if (olds === undefined || youngs === undefined)
    throw new Error("the linter did not write a report");
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

/** Identifies a finding regardless of its line number. */
function key({ code, message, source, path }: SpectralResult, folder: string): string {
  return JSON.stringify([
    code,
    message.replaceAll(folder, ""),
    (source ?? "").replace(folder, ""),
    path,
  ]);
}

async function lint(folder: string, file: string): Promise<SpectralResult[] | undefined> {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve("@stoplight/spectral-cli/package.json")),
    "dist/index.js",
  );
  const args = [
    "lint",
    file,
    "--ruleset",
    ruleset,
    "--format",
    "json",
    "--quiet",
    "--fail-severity",
    "hint",
  ];
  const output = await new Promise<string>((resolve) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: folder,
      env: { ...process.env, NODE_OPTIONS: "" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    child.on("error", () => {
      resolve("");
    });
    child.on("close", () => {
      resolve(text);
    });
  });
  try {
    return JSON.parse(output) as SpectralResult[];
  } catch {
    return undefined;
  }
}
