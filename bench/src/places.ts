import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { trial } from "./trial.js";

/** The folder `bench/`. */
export const bench = dirname(dirname(fileURLToPath(import.meta.url)));
/** The folder of the repository. */
export const root = dirname(bench);
/** Everything that a run makes and nobody keeps. */
export const scratch = join(bench, ".tmp");
/** Clients that the peers' generators wrote from the bundled contract. */
export const generated = join(scratch, "generated");
/** The bundled contract, as JSON. */
export const contract = join(root, "openapi/dist/openapi.json");
/** Where results and the report go. */
export const output = trial ? join(scratch, "trial") : bench;
