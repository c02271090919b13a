import { houseRule } from "../house-rule.js";
import { walkOperations } from "../walk-operations.js";

export const operationIdCamelCase = houseRule(
  "An operationId is written in camelCase.",
  "Write verb and noun in camelCase, such as getVpcEndpointService.",
  function* (description) {
    for (const { operation, path } of walkOperations(description)) {
      const id = operation["operationId"];
      if (typeof id === "string" && !/^[a-z]+([A-Z][a-z0-9]*)+$/.test(id))
        yield {
          message: `The operationId "${id}" is not camelCase.`,
          path: [...path, "operationId"],
        };
    }
  },
);
