import { houseRule } from "../house-rule.js";
import { walkLeaves } from "../walk-leaves.js";

export const leafDescribed = houseRule(
  "Every property, parameter and header has a description.",
  "Say what it is, its unit or form, and when it is absent.",
  function* (description) {
    for (const { kind, name, described, path } of walkLeaves(description)) {
      const text = described["description"];
      if (typeof text !== "string" || text.trim() === "")
        yield { message: `The ${kind} "${name}" has no description.`, path };
    }
  },
);
