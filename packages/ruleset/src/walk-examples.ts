import type { Path } from "./house-rule.js";
import { node, type Node } from "./node.js";
import { walkMediaTypes } from "./walk-media-types.js";

export interface ExampleAt {
  name: string;
  example: Node;
  /** The schema of the body that the example shows. */
  schema: Node;
  path: Path;
}

/** Every named example of every response body. */
export function* walkExamples(description: unknown): Generator<ExampleAt> {
  for (const { mediaType, path } of walkMediaTypes(description))
    for (const [name, example] of Object.entries(node(mediaType["examples"])))
      yield {
        name,
        example: node(example),
        schema: node(mediaType["schema"]),
        path: [...path, "examples", name],
      };
}
