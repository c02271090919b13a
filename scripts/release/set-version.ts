import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { parseDocument, isScalar } from "yaml";

import { publishedPackages, workspacePackages, type Manifest } from "./workspace-packages.js";

const dependencyKinds = ["dependencies", "devDependencies", "peerDependencies"] as const;

interface LockFile {
  packages: Record<string, Partial<Manifest>>;
}

/**
 * Updates `info.version`, the version ranges in private packages, and the lock file, which Changesets doesn't update.
 * The public packages' manifests must already contain the version. No registry is needed because only the workspace
 * entries in the lock file change.
 *
 * @throws Error if the public packages have different versions or a file has an unexpected structure; in this case, no
 * files are changed.
 */
export async function setVersion(root: string, version: string): Promise<void> {
  const published = await publishedPackages(root);
  const others = published.filter(({ manifest }) => manifest.version !== version);
  if (others.length > 0)
    throw new Error(
      `These packages don't have version ${version}: ${others.map(({ manifest }) => `${manifest.name} ${manifest.version}`).join(", ")}.`,
    );
  const names = new Set(published.map(({ manifest }) => manifest.name));
  const packages = await workspacePackages(root);
  const contractFile = join(root, "openapi/openapi.yaml");
  const contract = replaceInfoVersion(await readFile(contractFile, "utf8"), version);
  const lockFile = join(root, "package-lock.json");
  const lock = JSON.parse(await readFile(lockFile, "utf8")) as LockFile;

  for (const { folder, manifest } of packages) {
    for (const kind of dependencyKinds) {
      const ranges = manifest[kind] ?? {};
      for (const name of Object.keys(ranges)) if (names.has(name)) ranges[name] = `^${version}`;
    }
    const entry = lock.packages[folder];
    if (entry === undefined)
      throw new Error(`package-lock.json has no entry for ${folder}. Run npm install.`);
    entry.version = manifest.version;
    for (const kind of dependencyKinds)
      if (manifest[kind] !== undefined) entry[kind] = manifest[kind];
  }

  await writeFile(contractFile, contract);
  await writeFile(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  for (const { folder, manifest } of packages)
    await writeFile(join(root, folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Replaces `info.version` and leaves the rest of the text unchanged. */
export function replaceInfoVersion(text: string, version: string): string {
  const node = parseDocument(text).getIn(["info", "version"], true);
  if (!isScalar(node) || !node.range)
    throw new Error("openapi/openapi.yaml has no info.version. Add it.");
  return text.slice(0, node.range[0]) + version + text.slice(node.range[1]);
}
