import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { trial } from "./trial.js";

export const bench = dirname(dirname(fileURLToPath(import.meta.url)));
export const root = dirname(bench);
/** The folder for temporary files and generated clients. */
export const scratch = join(bench, ".tmp");
/** The folder for clients that other tools generate from the bundled contract. */
export const generated = join(scratch, "generated");
/** The bundled contract as JSON. */
export const contract = join(root, "openapi/dist/openapi.json");
/** The folder for results and the report. */
export const output = trial ? join(scratch, "trial") : bench;
