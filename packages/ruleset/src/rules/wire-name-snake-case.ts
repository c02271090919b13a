import { houseRule } from "../house-rule.js";
import { walkLeaves } from "../walk-leaves.js";

export const wireNameSnakeCase = houseRule(
  "Properties and parameters keep the snake_case of the wire.",
  "Write the name as the service sends it, in snake_case.",
  function* (description) {
    for (const { kind, name, path, in: place } of walkLeaves(description)) {
      if (kind === "header" || place === "header") continue;
      if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name))
        yield { message: `The name "${name}" of a ${kind} is not snake_case.`, path };
    }
  },
);
