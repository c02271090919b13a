import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import type { RecordedItem } from "./recorded-answer.js";
import { RecordingError } from "./split-entries.js";

/**
 * Reads a folder of JSON bodies, one file at a time, in the order of their names. A name such as
 * `0001.404.json` tells the status; without one the body is that of a 200.
 *
 * @throws RecordingError when the folder holds no `.json` file.
 */
export async function* readBodies(folder: string): AsyncGenerator<RecordedItem> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  if (names.length === 0) throw new RecordingError("The folder holds no .json file.");
  for (const [index, name] of names.entries()) {
    const status = Number(/\.([1-5]\d\d)\.json$/.exec(name)?.[1] ?? 200);
    const body = await readFile(join(folder, name));
    yield {
      where: name,
      secrets: [],
      answer: { status, body },
      progress: (index + 1) / names.length,
    };
  }
}
