import { createRequire } from "node:module";

import type { JsonObject } from "../src/json.js";
import { operationsOf } from "../src/operations-of.js";

/** The contract with numbered copies of its operation, all of which share their responses. */
export function severalOperations(count: number): JsonObject {
  const contract = structuredClone(
    createRequire(import.meta.url)("@vpcep/openapi/openapi.json") as JsonObject,
  );
  const [{ path, method, operation }] = operationsOf(contract);
  for (let number = 2; number <= count; number++) {
    (contract["paths"] as JsonObject)[path.replace("services/", `services-${number}/`)] = {
      [method]: {
        ...structuredClone(operation),
        operationId: `getVpcEndpointService${number}`,
        summary: `Query number ${number}`,
      },
    };
  }
  return contract;
}
