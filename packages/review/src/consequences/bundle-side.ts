import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { runRedocly } from "../engine/redocly.js";

/** A description bundled into one document. */
export type Bundle = Readonly<Record<string, unknown>>;

/**
 * Bundles a description in a folder.
 *
 * @param name name of the output file without its extension; each side needs its own name, because the sides share the
 *   folder
 * @param file path of the root file
 * @throws Error if bundling fails; the message is the last line of Redocly's output
 */
export async function bundleSide(folder: string, name: string, file: string): Promise<Bundle> {
  const output = join(folder, `${name}.bundle.json`);
  const { stderr } = await runRedocly(["bundle", file, "--output", output], folder);
  const text = await readFile(output, "utf8").catch(() => undefined);
  if (text === undefined)
    throw new Error(
      stderr.replaceAll(`${folder}/`, "").trim().split("\n").at(-1) ??
        "Redocly did not write a bundle",
    );
  return JSON.parse(text) as Bundle;
}
