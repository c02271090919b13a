import { houseRule } from "../house-rule.js";
import { walkResponseSchemas } from "../walk-response-schemas.js";

export const responseDefaultInWords = houseRule(
  "What the service sets by default is told in words, not by the keyword default.",
  "Say it in the description; generators turn a property with `default` into a required one.",
  function* (description) {
    for (const { schema, path } of walkResponseSchemas(description))
      if ("default" in schema)
        yield {
          message: "The keyword default has no place in a response.",
          path: [...path, "default"],
        };
  },
);
