import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { bench, root } from "./places.js";

/**
 * Returns the installed version of each package, from `bench/` or the repository root. Omits packages that aren't
 * installed.
 */
export async function packageVersions(names: readonly string[]): Promise<Record<string, string>> {
  const versions: Record<string, string> = {};
  for (const name of new Set(names)) {
    for (const folder of [bench, root]) {
      const file = join(folder, "node_modules", name, "package.json");
      const text = await readFile(file, "utf8").catch(() => undefined);
      if (text === undefined) continue;
      versions[name] = (JSON.parse(text) as { version: string }).version;
      break;
    }
  }
  return versions;
}
