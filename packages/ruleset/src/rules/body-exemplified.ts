import { houseRule } from "../house-rule.js";
import { node } from "../node.js";
import { walkMediaTypes } from "../walk-media-types.js";

export const bodyExemplified = houseRule(
  "Every form of every response body has a named example.",
  "Write a file in components/examples and refer to it under `examples:` of the body.",
  function* (description) {
    for (const { status, name, mediaType, path } of walkMediaTypes(description))
      if (Object.keys(node(mediaType["examples"])).length === 0)
        yield { message: `The ${name} body of response ${status} has no named example.`, path };
  },
);
