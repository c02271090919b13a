import { mkdir, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";

import type { Description } from "../load/description.js";

/** The paths at which the files of a description lie in a folder, by their own path. */
export type Written = ReadonlyMap<string, string>;

/**
 * Writes every file that a description has read into a folder, each as far from the others as it was, so
 * that references between them hold. Answers with their new paths.
 *
 * @param root written instead of the text of the root file
 */
export async function writeSide(
  description: Description,
  folder: string,
  root?: unknown,
): Promise<Written> {
  const files = [...description.documents.keys()];
  // A path that leaves its folder, or starts at the root, is moved below the new one as a whole.
  const climbs = Math.max(...files.map((file) => /^(\.\.\/)*/.exec(file)?.[0].length ?? 0)) / 3;
  const start = Array.from({ length: climbs }, (_, index) => `up${index}`).join("/");
  const written = new Map<string, string>();
  for (const [file, document] of description.documents) {
    const path = join(folder, isAbsolute(file) ? file.slice(1) : join(start, file));
    await mkdir(dirname(path), { recursive: true });
    const isReplaced = root !== undefined && file === description.root.file;
    await writeFile(path, isReplaced ? JSON.stringify(root) : document.text);
    written.set(file, path);
  }
  return written;
}
