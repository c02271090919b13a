import { documentedErrorCodes } from "../documented-error-codes.js";
import { houseRule } from "../house-rule.js";
import { list } from "../node.js";
import { walkResponses } from "../walk-responses.js";

export const errorCodeListed = houseRule(
  "Every documented error code is listed by at least one response.",
  "Add the code to `x-error-codes` of the response that can carry it.",
  function* (description) {
    const listed = new Set<unknown>();
    for (const { response } of walkResponses(description))
      for (const code of list(response["x-error-codes"])) listed.add(code);
    for (const [code, path] of documentedErrorCodes(description))
      if (!listed.has(code))
        yield { message: `No response lists the documented code "${code}".`, path };
  },
);
