import { createRequire } from "node:module";

/** An OpenAPI 3.1 description, parsed. */
export type Contract = Record<string, unknown>;

/** The contract as `@vpcep/openapi` ships it. */
export function readContract(): Contract {
  return createRequire(import.meta.url)("@vpcep/openapi/openapi.json") as Contract;
}
