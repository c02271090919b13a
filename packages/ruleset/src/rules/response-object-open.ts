import { houseRule } from "../house-rule.js";
import { walkResponseSchemas } from "../walk-response-schemas.js";

export const responseObjectOpen = houseRule(
  "Objects of a response are open to fields that are added later.",
  "Take the keyword out; an undocumented field of an example is found by another rule.",
  function* (description) {
    for (const { schema, path } of walkResponseSchemas(description))
      for (const keyword of ["additionalProperties", "unevaluatedProperties"])
        if (schema[keyword] === false)
          yield {
            message: `${keyword}: false calls a body with a new field invalid.`,
            path: [...path, keyword],
          };
  },
);
