import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { runRedocly } from "../engine/redocly.js";

/** A description bundled into one document. */
export type Bundle = Readonly<Record<string, unknown>>;

/**
 * Bundles a description in a folder.
 *
 * @param name output file name, so that both sides can share the folder
 * @param path of the root file
 * @throws Error with Redocly's message if bundling fails
 */
export async function bundleSide(folder: string, name: string, file: string): Promise<Bundle> {
  const output = join(folder, `${name}.bundle.json`);
  const { stderr } = await runRedocly(["bundle", file, "--output", output], folder);
  const text = await readFile(output, "utf8").catch(() => undefined);
  if (text === undefined)
    throw new Error(
      stderr.replaceAll(`${folder}/`, "").trim().split("\n").at(-1) ?? "Redocly wrote no bundle",
    );
  return JSON.parse(text) as Bundle;
}
