import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { runTool } from "@vpcep/run-tool";
import { publishedPackages } from "./workspace-packages.js";

export interface PackedPackage {
  name: string;
  version: string;
  /** The tarball's path. */
  tarball: string;
  /** The files in the tarball, relative to the package. */
  files: string[];
}

/**
 * Creates a tarball in `target` for each public package, in publishing order. The packages must already be built.
 *
 * @throws Error if packing fails; the message contains npm's output.
 */
export async function packPackages(root: string, target: string): Promise<PackedPackage[]> {
  await mkdir(target, { recursive: true });
  const packages = await publishedPackages(root);
  const result = await runTool(
    "npm",
    [
      "pack",
      "--json",
      "--ignore-scripts",
      `--pack-destination=${target}`,
      ...packages.map(({ manifest }) => `--workspace=${manifest.name}`),
    ],
    root,
  );
  if (result.code !== 0) throw new Error(`npm pack failed:\n${result.stderr}`);
  const packed = packResults(result.stdout);
  return packages.map(({ manifest: { name } }) => {
    const one = packed.find((candidate) => candidate.name === name);
    if (one === undefined) throw new Error(`npm pack created no tarball for ${name}.`);
    return {
      name,
      version: one.version,
      tarball: join(target, one.filename),
      files: one.files.map(({ path }) => path).sort(),
    };
  });
}

interface PackResult {
  name: string;
  version: string;
  filename: string;
  files: { path: string }[];
}

/**
 * Parses the `npm pack` output, which is an array in npm 10 and 11 and an object keyed by package name in later
 * versions.
 */
function packResults(output: string): PackResult[] {
  const parsed = JSON.parse(output) as PackResult[] | Record<string, PackResult>;
  return Array.isArray(parsed) ? parsed : Object.values(parsed);
}
