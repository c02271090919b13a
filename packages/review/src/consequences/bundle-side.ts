import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { runRedocly } from "../engine/run-redocly.js";

/** A description in one document. */
export type Bundle = Record<string, unknown>;

/**
 * Bundles a description that lies in a folder; undefined when Redocly cannot.
 *
 * @param name names the output file, so that two sides can share the folder
 */
export async function bundleSide(
  folder: string,
  name: string,
  file: string,
): Promise<Bundle | undefined> {
  const output = join(folder, `${name}.bundle.json`);
  await runRedocly(["bundle", file, "--output", output], folder);
  const text = await readFile(output, "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Bundle);
}
