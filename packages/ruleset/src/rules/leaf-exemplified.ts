import { houseRule } from "../house-rule.js";
import { list, node, type Node } from "../node.js";
import { walkLeaves } from "../walk-leaves.js";

/** An object shows itself through its own leaves, an array through its items. */
function isScalar(schema: Node): boolean {
  return schema["type"] !== "object" && schema["type"] !== "array" && !("properties" in schema);
}

function showsValue(owner: Node): boolean {
  const examples = owner["examples"];
  return "example" in owner || list(examples).length > 0 || Object.keys(node(examples)).length > 0;
}

export const leafExemplified = houseRule(
  "Every scalar property, parameter and header, and every array of scalars, shows a value.",
  "Add `examples:` with one realistic value to the schema.",
  function* (description) {
    for (const { kind, name, described, schema, path } of walkLeaves(description)) {
      const items = schema["type"] === "array" ? node(schema["items"]) : undefined;
      if (!isScalar(items ?? schema)) continue;
      if (![described, schema, items ?? schema].some(showsValue))
        yield { message: `The ${kind} "${name}" shows no example value.`, path };
    }
  },
);
