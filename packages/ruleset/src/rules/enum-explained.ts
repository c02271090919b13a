import { houseRule } from "../house-rule.js";
import { list, node } from "../node.js";
import { walkLeaves } from "../walk-leaves.js";
import { walkSchemas } from "../walk-schemas.js";

export const enumExplained = houseRule(
  "Every documented value is explained in x-enumDescriptions, and no other.",
  "Give each value of `enum` one sentence in `x-enumDescriptions` beside it, and no value more.",
  function* (description) {
    for (const leaf of walkLeaves(description)) {
      const at = leaf.kind === "property" ? leaf.path : [...leaf.path, "schema"];
      for (const { schema, path, property } of walkSchemas(leaf.schema, at)) {
        if (property !== undefined || !("enum" in schema)) continue;
        const values = list(schema["enum"]).map(String);
        const explained = node(schema["x-enumDescriptions"]);
        for (const [index, value] of values.entries())
          if (typeof explained[value] !== "string" || explained[value].trim() === "")
            yield {
              message: `The value "${value}" of "${leaf.name}" is not explained.`,
              path: [...path, "enum", index],
            };
        for (const value of Object.keys(explained))
          if (!values.includes(value))
            yield {
              message: `"${value}" is explained for "${leaf.name}", but is no value of it.`,
              path: [...path, "x-enumDescriptions", value],
            };
      }
    }
  },
);
