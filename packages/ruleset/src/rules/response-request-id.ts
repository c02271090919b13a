import { houseRule } from "../house-rule.js";
import { node } from "../node.js";
import { walkResponses } from "../walk-responses.js";

export const responseRequestId = houseRule(
  "Every response documents the header X-Request-Id.",
  "Refer to components/headers/RequestId.yaml under `headers: X-Request-Id`.",
  function* (description) {
    for (const { status, response, path } of walkResponses(description))
      if (!("X-Request-Id" in node(response["headers"])))
        yield { message: `The response ${status} has no header X-Request-Id.`, path };
  },
);
