import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { contract, scratch } from "./places.js";

/**
 * Writes the example from the source document to a file, and returns the file's path. All clients fetch this example.
 */
export async function printedBody(): Promise<string> {
  const description = JSON.parse(await readFile(contract, "utf8")) as {
    components: { examples: Record<string, { value: unknown } | undefined> };
  };
  const example = description.components.examples["vpc-endpoint-service-printed"];
  await mkdir(scratch, { recursive: true });
  const file = join(scratch, "printed-body.json");
  await writeFile(file, JSON.stringify(example?.value));
  return file;
}
