import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { cloneWorkspace } from "../../scripts/test/clone-workspace.js";
import { root } from "./places.js";

/** A clean clone of the repository in a temporary folder, with linked packages but without build output or caches. */
export interface Clone {
  folder: string;
  /**
   * Changes a file in the clone.
   *
   * @throws Error if the edit has no effect.
   */
  edit: (file: string, change: (text: string) => string) => Promise<void>;
  remove: () => Promise<void>;
}

/** Creates a clone, which the caller must remove. */
export async function makeClone(): Promise<Clone> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "vpcep-bench-")));
  await cloneWorkspace(root, folder);
  return {
    folder,
    async edit(file, change) {
      const path = join(folder, file);
      const before = await readFile(path, "utf8");
      const after = change(before);
      if (after === before) throw new Error(`The edit did not change ${file}.`);
      await writeFile(path, after);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
