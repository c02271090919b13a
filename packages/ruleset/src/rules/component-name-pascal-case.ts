import { componentAt } from "../component-at.js";
import { houseRule, type Path } from "../house-rule.js";
import { list, node } from "../node.js";
import { walkOperations } from "../walk-operations.js";
import { walkResponses } from "../walk-responses.js";
import { walkResponseSchemas } from "../walk-response-schemas.js";

/** Wherever a component may be referred to, and the security schemes, which are referred to by name. */
function* places(description: unknown): Generator<Path> {
  const schemes = node(node(description)["components"])["securitySchemes"];
  for (const name of Object.keys(node(schemes))) yield ["components", "securitySchemes", name];
  for (const { operation, path } of walkOperations(description))
    for (const index of list(operation["parameters"]).keys()) yield [...path, "parameters", index];
  for (const { response, path } of walkResponses(description)) {
    yield path;
    for (const name of Object.keys(node(response["headers"]))) yield [...path, "headers", name];
  }
  for (const { path } of walkResponseSchemas(description)) yield path;
}

export const componentNamePascalCase = houseRule(
  "A component, and the file that holds it, is named in PascalCase.",
  "Rename the component (and its file) to a singular noun in PascalCase, such as PortMapping.",
  function* (description, context) {
    for (const path of places(description)) {
      const component = componentAt(context, path);
      if (component !== undefined && !/^([A-Z][a-z0-9]*)+$/.test(component.name))
        yield { message: `The name "${component.name}" of a component is not PascalCase.`, path };
    }
  },
);
