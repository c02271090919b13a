import { documentedErrorCodes } from "../documented-error-codes.js";
import { houseRule } from "../house-rule.js";
import { list } from "../node.js";
import { walkResponses } from "../walk-responses.js";

export const errorCodesDocumented = houseRule(
  "A response lists only error codes that the shared error body documents.",
  "Add the code, with its meaning, to `error_code` of ErrorBody, or correct it here.",
  function* (description) {
    const documented = documentedErrorCodes(description);
    for (const { status, response, path } of walkResponses(description))
      for (const [index, code] of list(response["x-error-codes"]).entries())
        if (!documented.has(String(code)))
          yield {
            message: `The response ${status} lists the code "${String(code)}", which is not documented.`,
            path: [...path, "x-error-codes", index],
          };
  },
);
