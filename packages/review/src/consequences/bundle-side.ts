import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { runRedocly } from "../engine/redocly.js";

/** A bundled description. */
export type Bundle = Readonly<Record<string, unknown>>;

/**
 * Bundles the description in a folder.
 *
 * @param name the base name of the output file, so that two sides can share a folder.
 * @param file the path of the root file.
 * @throws Error with Redocly's message if bundling fails.
 */
export async function bundleSide(folder: string, name: string, file: string): Promise<Bundle> {
  const output = join(folder, `${name}.bundle.json`);
  const { stderr } = await runRedocly(["bundle", file, "--output", output], folder);
  const text = await readFile(output, "utf8").catch(() => undefined);
  if (text === undefined)
    throw new Error(stderr.replaceAll(`${folder}/`, "").trim().split("\n").at(-1) ?? "no bundle");
  return JSON.parse(text) as Bundle;
}
