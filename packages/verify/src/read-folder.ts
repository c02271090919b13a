import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import type { Contract } from "./contract.js";
import { isZipWithHar } from "./open-har.js";
import { readHar } from "./read-har.js";
import type { RecordedItem } from "./recorded-item.js";
import { RecordingError } from "./split-entries.js";

const isHar = (name: string): boolean => /\.(har(\.gz)?|zhar)$/i.test(name);
const isBody = (name: string): boolean => /\.json$/i.test(name);

/**
 * Reads the HAR files in a folder, sorted by name. In a folder without HAR files, reads the JSON files as response bodies. A file name such as `0001.404.json` contains the status; the default is 200.
 *
 * @throws RecordingError if the folder contains no HAR or JSON files.
 */
export async function* readFolder(
  folder: string,
  contract: Contract,
): AsyncGenerator<RecordedItem> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const hars: string[] = [];
  for (const name of files)
    if (isHar(name) || (/\.zip$/i.test(name) && (await isZipWithHar(join(folder, name)))))
      hars.push(name);
  const bodies = hars.length > 0 ? [] : files.filter(isBody);
  if (hars.length === 0 && bodies.length === 0)
    throw new RecordingError("The folder contains no .har or .json files.");

  const attached = new Set<string>();
  for (const [index, name] of hars.entries())
    for await (const item of readHar(join(folder, name), contract, attached))
      yield {
        ...item,
        ...("where" in item && hars.length > 1 && { where: `${name}, ${item.where}` }),
        ...("unread" in item && { unread: `${name}/${item.unread}` }),
        progress: (index + item.progress) / hars.length,
      };
  for (const [index, name] of bodies.entries()) {
    const status = Number(/\.([1-5]\d\d)\.json$/i.exec(name)?.[1] ?? 200);
    const body = await readFile(join(folder, name));
    yield {
      where: name,
      secrets: [],
      reproduce: null,
      response: { status, body },
      progress: (index + 1) / bodies.length,
    };
  }
  const read = new Set([...hars, ...bodies, ...attached]);
  for (const entry of entries)
    if (!read.has(entry.name))
      yield { unread: entry.isDirectory() ? `${entry.name}/` : entry.name, progress: 1 };
}
