import type { Path } from "./house-rule.js";
import { node, type Node } from "./node.js";
import { walkResponses } from "./walk-responses.js";

export interface MediaTypeAt {
  status: string;
  /** Such as "application/json". */
  name: string;
  mediaType: Node;
  path: Path;
}

/** Every form of every response body. */
export function* walkMediaTypes(description: unknown): Generator<MediaTypeAt> {
  for (const { status, response, path } of walkResponses(description))
    for (const [name, mediaType] of Object.entries(node(response["content"])))
      yield { status, name, mediaType: node(mediaType), path: [...path, "content", name] };
}
