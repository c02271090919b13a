import { firstVisits } from "./first-visits.js";
import { walkMediaTypes } from "./walk-media-types.js";
import { walkResponses } from "./walk-responses.js";
import { type SchemaAt, walkSchemas } from "./walk-schemas.js";
import { node } from "./node.js";

/**
 * Every schema of what the service sends: bodies and headers, with all that is inside them. A schema that many
 * bodies share comes once.
 */
export function* walkResponseSchemas(description: unknown): Generator<SchemaAt> {
  const isNew = firstVisits();
  for (const { mediaType, path } of walkMediaTypes(description))
    if (isNew(mediaType["schema"])) yield* walkSchemas(mediaType["schema"], [...path, "schema"]);
  for (const { response, path } of walkResponses(description))
    for (const [name, header] of Object.entries(node(response["headers"])))
      if (isNew(node(header)["schema"]))
        yield* walkSchemas(node(header)["schema"], [...path, "headers", name, "schema"]);
}
