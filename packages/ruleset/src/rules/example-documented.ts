import { houseRule } from "../house-rule.js";
import { undocumentedFields } from "../undocumented-fields.js";
import { walkExamples } from "../walk-examples.js";

export const exampleDocumented = houseRule(
  "No example of a response shows a field that the schema does not document.",
  "Document the field in the schema, or take it out of the example.",
  function* (description) {
    for (const { name, example, schema, path } of walkExamples(description))
      for (const field of undocumentedFields(example["value"], schema))
        yield {
          message: `The example "${name}" shows "${field.join(".")}", which no schema documents.`,
          path: [...path, "value", ...field],
        };
  },
);
