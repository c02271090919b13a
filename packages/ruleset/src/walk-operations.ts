import type { Path } from "./house-rule.js";
import { node, type Node } from "./node.js";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** Every operation under `paths`. */
export function* walkOperations(
  description: unknown,
): Generator<{ operation: Node; path: Path; pathItem: Node; pathItemPath: Path }> {
  for (const [route, value] of Object.entries(node(node(description)["paths"]))) {
    const pathItem = node(value);
    const pathItemPath = ["paths", route];
    for (const method of methods)
      if (pathItem[method] !== undefined)
        yield {
          operation: node(pathItem[method]),
          path: [...pathItemPath, method],
          pathItem,
          pathItemPath,
        };
  }
}
