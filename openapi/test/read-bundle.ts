import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(dirname(fileURLToPath(import.meta.url)));

/** The bundled contract, as people get it. */
export const readBundle = async (): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(folder, "dist/openapi.json"), "utf8")) as Record<string, unknown>;
