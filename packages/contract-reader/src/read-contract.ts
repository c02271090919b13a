import { createRequire } from "node:module";

import type { JsonObject } from "./json.js";

/**
 * The built bundle of this repository's contract.
 *
 * @throws Error with the command that builds it when it is not there.
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
