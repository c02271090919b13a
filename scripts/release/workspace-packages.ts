import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { workspaceFolders } from "../workspace-folders.js";

/** The manifest fields that a release reads or writes. */
export interface Manifest {
  name: string;
  version: string;
  description?: string;
  private?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

export interface WorkspacePackage {
  /** The path relative to the repository root. */
  folder: string;
  manifest: Manifest;
}

/** Returns all workspace packages, including private ones, with their manifests. */
export async function workspacePackages(root: string): Promise<WorkspacePackage[]> {
  return Promise.all(
    (await workspaceFolders(root)).map(async (folder) => ({
      folder,
      manifest: JSON.parse(await readFile(join(root, folder, "package.json"), "utf8")) as Manifest,
    })),
  );
}

/**
 * Returns the public packages in publishing order: each package after its dependencies.
 */
export async function publishedPackages(root: string): Promise<WorkspacePackage[]> {
  const waiting = (await workspacePackages(root)).filter(({ manifest }) => !manifest.private);
  const ordered: WorkspacePackage[] = [];
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ manifest }) =>
      waiting.every((other) => manifest.dependencies?.[other.manifest.name] === undefined),
    );
    const [next] = waiting.splice(ready, 1);
    if (ready === -1 || next === undefined)
      throw new Error(
        `Dependency cycle between ${waiting.map(({ manifest }) => manifest.name).join(", ")}.`,
      );
    ordered.push(next);
  }
  return ordered;
}
