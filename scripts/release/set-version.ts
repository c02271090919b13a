import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { parseDocument, isScalar } from "yaml";

import { publishedPackages, workspacePackages, type Manifest } from "./workspace-packages.js";

const dependencyKinds = ["dependencies", "devDependencies", "peerDependencies"] as const;

interface LockFile {
  packages: Record<string, Partial<Manifest>>;
}

/**
 * Sets the one version in every place that changesets does not reach: `info.version` of the contract, the
 * ranges of the private packages, the lock file. Expects the manifests of the published packages to have it.
 * Works without a registry: only workspaces change, and what the lock says of those stands in their manifests.
 *
 * @throws Error when the published packages disagree, or a place is not as expected; nothing is written then.
 */
export async function setVersion(root: string, version: string): Promise<void> {
  const published = await publishedPackages(root);
  const strangers = published.filter(({ manifest }) => manifest.version !== version);
  if (strangers.length > 0)
    throw new Error(
      `Not at version ${version}: ${strangers.map(({ manifest }) => `${manifest.name} ${manifest.version}`).join(", ")}.`,
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
      throw new Error(`package-lock.json does not know ${folder}; run npm install.`);
    entry.version = manifest.version;
    for (const kind of dependencyKinds)
      if (manifest[kind] !== undefined) entry[kind] = manifest[kind];
  }

  await writeFile(contractFile, contract);
  await writeFile(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  for (const { folder, manifest } of packages)
    await writeFile(join(root, folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The text of a description with another `info.version`; every other character stays. */
export function replaceInfoVersion(text: string, version: string): string {
  const node = parseDocument(text).getIn(["info", "version"], true);
  if (!isScalar(node) || !node.range) throw new Error("The contract has no info.version.");
  return text.slice(0, node.range[0]) + version + text.slice(node.range[1]);
}
