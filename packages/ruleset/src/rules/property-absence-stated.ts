import { houseRule } from "../house-rule.js";
import { walkResponseSchemas } from "../walk-response-schemas.js";

export const propertyAbsenceStated = houseRule(
  "An optional property of a response says when it is absent.",
  'End the description with "Absent when …" or "Present only when …".',
  function* (description) {
    for (const { schema, path, property } of walkResponseSchemas(description)) {
      if (property === undefined || property.required) continue;
      const text = schema["description"];
      // Without any description, the rule about descriptions speaks.
      if (typeof text === "string" && !/\babsent\b|\bpresent only\b/i.test(text))
        yield {
          message: `"${property.name}" is optional and does not say when it is absent.`,
          path,
        };
    }
  },
);
