// Generated files are committed so that reviewers can see the changes. The build only checks the generated files,
// because cached tasks must not change tracked files.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { JsonObject } from "@vpcep/contract-reader";

/** A generated file. */
export interface Target {
  /** The target's name on the command line. */
  name: string;
  /** The file's path, relative to the repository root. */
  file: string;
  /**
   * Generates the file's content from a bundled contract.
   *
   * @throws Error if the content can't be generated; the message contains the location of the problem in the contract.
   */
  text(contract: JsonObject): string | Promise<string>;
}

/** A target, with the current content and the newly generated content of its file. */
export interface Generated {
  target: Target;
  current: string | undefined;
  wanted: string;
}

/** Generates the content of all targets without writing any files. */
export function generate(
  root: string,
  targets: readonly Target[],
  contract: JsonObject,
): Promise<Generated[]> {
  return Promise.all(
    targets.map(async (target) => {
      const [current, wanted] = await Promise.all([
        readFile(join(root, target.file), "utf8").catch(() => undefined),
        target.text(contract),
      ]);
      // Git for Windows may check out files with CRLF.
      return { target, current: current?.replaceAll("\r\n", "\n"), wanted };
    }),
  );
}

/** Returns the targets whose files differ from the generated content. */
export const staleFiles = (all: readonly Generated[]): Generated[] =>
  all.filter(({ current, wanted }) => current !== wanted);

/** Rewrites the outdated files and returns their paths. */
export async function writeFiles(root: string, all: readonly Generated[]): Promise<string[]> {
  const stale = staleFiles(all);
  await Promise.all(stale.map(({ target, wanted }) => writeFile(join(root, target.file), wanted)));
  return stale.map(({ target }) => target.file);
}
