import { houseRule } from "../house-rule.js";
import { list, node, type Node } from "../node.js";
import { walkResponseSchemas } from "../walk-response-schemas.js";

/** `anyOf: [{type: string, enum}, {type: string, description}]`, in this order. */
function isOpen(schema: Node): boolean {
  const [values, rest, ...more] = list(schema["anyOf"]).map(node);
  return (
    values?.["type"] === "string" &&
    "enum" in values &&
    rest?.["type"] === "string" &&
    !("enum" in rest) &&
    typeof rest["description"] === "string" &&
    more.length === 0
  );
}

export const responseEnumOpen = houseRule(
  "An enum of a response is open: it lists the documented values and allows any other string.",
  "Write `anyOf: [{$ref: <a component with the values>}, {type: string, description: …}]`.",
  function* (description) {
    const inOpen = new Set<Node>();
    for (const { schema, path } of walkResponseSchemas(description)) {
      if (isOpen(schema)) inOpen.add(node(list(schema["anyOf"])[0]));
      if ("enum" in schema && !inOpen.has(schema))
        yield { message: "This enum calls a value that is added later invalid.", path };
    }
  },
);
