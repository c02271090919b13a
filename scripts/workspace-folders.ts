import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Returns the workspace folders relative to the root. Supports the patterns `name` and `name/*`, and skips folders
 * without a manifest.
 */
export async function workspaceFolders(root: string): Promise<string[]> {
  const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    workspaces: string[];
  };
  const candidates: string[] = [];
  for (const pattern of manifest.workspaces) {
    if (!pattern.endsWith("/*")) candidates.push(pattern);
    else {
      const parent = pattern.slice(0, -2);
      for (const name of (await readdir(join(root, parent))).sort())
        candidates.push(join(parent, name));
    }
  }
  const manifests = await Promise.all(
    candidates.map((folder) => readFile(join(root, folder, "package.json")).catch(() => undefined)),
  );
  return candidates.filter((_, index) => manifests[index] !== undefined);
}
