// Generated files are committed, so that reviewers see them. A build checks that they are current and never
// writes them: a cached task must not change a tracked file.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { JsonObject } from "@vpcep/contract-reader";

/** One generated file. */
export interface Target {
  /** What commands call it. */
  name: string;
  /** Relative to the root of the repository. */
  file: string;
  /**
   * The content for a bundled contract.
   *
   * @throws Error that names the place of the contract from which nothing can be generated.
   */
  text(contract: JsonObject): string | Promise<string>;
}

/** A target with what its file holds and what it should hold. */
export interface Generated {
  target: Target;
  current: string | undefined;
  wanted: string;
}

/** Generates every target without writing anything. */
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
      // A checkout of Git for Windows has other line ends.
      return { target, current: current?.replaceAll("\r\n", "\n"), wanted };
    }),
  );
}

/** Those that are not what would be generated. */
export const staleFiles = (all: readonly Generated[]): Generated[] =>
  all.filter(({ current, wanted }) => current !== wanted);

/** Writes those that are stale. */
export async function writeFiles(root: string, all: readonly Generated[]): Promise<string[]> {
  const stale = staleFiles(all);
  await Promise.all(stale.map(({ target, wanted }) => writeFile(join(root, target.file), wanted)));
  return stale.map(({ target }) => target.file);
}
