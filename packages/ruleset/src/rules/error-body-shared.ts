import { componentAt } from "../component-at.js";
import { houseRule } from "../house-rule.js";
import { list, node } from "../node.js";
import { isError, walkResponses } from "../walk-responses.js";

const shared: readonly string[] = ["ErrorBody", "GatewayErrorBody", "IamErrorBody"];

export const errorBodyShared = houseRule(
  "Every error response carries one of the shared error bodies as JSON.",
  `Refer to ${shared.join(", ")}, or to several of them under \`anyOf\`.`,
  function* (description, context) {
    for (const { status, response, path } of walkResponses(description)) {
      if (!isError(status)) continue;
      const json = node(node(response["content"])["application/json"]);
      if (json["schema"] === undefined) {
        yield { message: `The error response ${status} has no JSON body.`, path };
        continue;
      }
      const schemaPath = [...path, "content", "application/json", "schema"];
      const branches = list(node(json["schema"])["anyOf"]);
      const places =
        branches.length === 0
          ? [schemaPath]
          : branches.map((_, index) => [...schemaPath, "anyOf", index]);
      for (const place of places)
        if (!shared.includes(componentAt(context, place)?.name ?? ""))
          yield { message: `The error response ${status} carries a body of its own.`, path: place };
    }
  },
);
