import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { contract, scratch } from "./places.js";

/** Writes a file that contains the source document's example, which all clients fetch. */
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
