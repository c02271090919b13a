import { houseRule } from "../house-rule.js";
import { walkLeaves } from "../walk-leaves.js";

export const headerNameTrainCase = houseRule(
  "Headers are written in Train-Case.",
  "Write each word with a capital and hyphens between them, such as X-Request-Id.",
  function* (description) {
    for (const { kind, name, path, in: place } of walkLeaves(description)) {
      if (kind !== "header" && place !== "header") continue;
      if (!/^[A-Z][A-Za-z0-9]*(-[A-Z][A-Za-z0-9]*)*$/.test(name))
        yield { message: `The name "${name}" of a header is not Train-Case.`, path };
    }
  },
);
