import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { runTool } from "@vpcep/run-tool";
import { publishedPackages } from "./workspace-packages.js";

export interface PackedPackage {
  name: string;
  version: string;
  /** Path of the tarball. */
  tarball: string;
  /** What the tarball holds, relative to the package. */
  files: string[];
}

/**
 * Packs the published packages, as built, into tarballs in `target`; in the order in which they may be
 * published. npm gives every file the same time and mode, so the same build gives the same bytes.
 *
 * @throws Error with npm's words when a package cannot be packed.
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
    if (one === undefined) throw new Error(`npm pack made no tarball of ${name}.`);
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

/** npm 10 and 11 print a list, later ones an object by name. */
function packResults(output: string): PackResult[] {
  const parsed = JSON.parse(output) as PackResult[] | Record<string, PackResult>;
  return Array.isArray(parsed) ? parsed : Object.values(parsed);
}
