import { houseRule } from "../house-rule.js";
import { list } from "../node.js";
import { walkResponseSchemas } from "../walk-response-schemas.js";

export const responseValueNotNull = houseRule(
  "No value of a response is documented as null: what does not apply is left out.",
  "Make the property optional instead, and say in its description when it is absent.",
  function* (description) {
    for (const { schema, path } of walkResponseSchemas(description))
      if (
        schema["type"] === "null" ||
        list(schema["type"]).includes("null") ||
        schema["nullable"] === true
      )
        yield { message: "The schema allows null, which no edition documents.", path };
  },
);
