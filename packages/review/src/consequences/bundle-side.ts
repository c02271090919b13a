import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { runRedocly } from "../engine/run-redocly.js";
import type { Description } from "../load/description.js";
import { standsAlone } from "../load/stands-alone.js";

/** A description in one document. */
export type Bundle = Readonly<Record<string, unknown>>;

/**
 * Bundles a description that lies in a folder; undefined when Redocly cannot.
 *
 * @param name names the output file, so that two sides can share the folder
 * @param file path of its root file
 */
export async function bundleSide(
  description: Description,
  folder: string,
  name: string,
  file: string,
): Promise<Bundle | undefined> {
  // It is its own bundle, and to start Redocly for it takes longer than most of the review.
  if (standsAlone(description)) return ordered(description.root.object);
  const output = join(folder, `${name}.bundle.json`);
  await runRedocly(["bundle", file, "--output", output], folder);
  const text = await readFile(output, "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Bundle);
}

/** In the order that Redocly gives a bundle, so that consequences are told in one order. */
function ordered({ paths, webhooks, components = {}, ...rest }: Bundle): Bundle {
  return {
    ...rest,
    ...(paths === undefined ? {} : { paths }),
    ...(webhooks === undefined ? {} : { webhooks }),
    components,
  };
}
