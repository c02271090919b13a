import { createRequire } from "node:module";

import type { JsonObject } from "./json.js";

/**
 * Reads this repository's contract from its build output.
 *
 * @throws Error if the contract has not been built.
 */
export function readContract(): JsonObject {
  try {
    return createRequire(import.meta.url)("@vpcep/openapi/openapi.json") as JsonObject;
  } catch (cause) {
    throw new Error("openapi/dist/openapi.json is missing or not JSON. Run: npm run build", {
      cause,
    });
  }
}
