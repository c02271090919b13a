import { firstVisits } from "./first-visits.js";
import type { Path } from "./house-rule.js";
import { list, node, type Node } from "./node.js";
import { walkOperations } from "./walk-operations.js";
import { walkResponses } from "./walk-responses.js";
import { walkSchemas } from "./walk-schemas.js";
import { walkMediaTypes } from "./walk-media-types.js";

/** Something that a reader looks up by its name: a parameter, a header, a property at any depth. */
export interface Leaf {
  kind: "parameter" | "header" | "property";
  name: string;
  /** What carries the description. */
  described: Node;
  schema: Node;
  path: Path;
  /** Where a parameter goes: path, query, header or cookie. */
  in?: string;
}

/** Every leaf of the requests and the responses; one that is shared comes once under each of its names. */
export function* walkLeaves(description: unknown): Generator<Leaf> {
  const isNew = firstVisits();
  for (const { operation, path, pathItem, pathItemPath } of walkOperations(description)) {
    yield* parameters(pathItem, pathItemPath);
    yield* parameters(operation, path);
    const bodies = node(node(operation["requestBody"])["content"]);
    for (const [name, mediaType] of Object.entries(bodies))
      if (isNew(node(mediaType)["schema"]))
        yield* properties(mediaType, [...path, "requestBody", "content", name]);
  }
  for (const { response, path } of walkResponses(description))
    for (const [name, value] of Object.entries(node(response["headers"]))) {
      if (!isNew(value, name)) continue;
      const header = node(value);
      const schema = node(header["schema"]);
      yield {
        kind: "header",
        name,
        described: header,
        schema,
        path: [...path, "headers", name],
      };
    }
  for (const { mediaType, path } of walkMediaTypes(description))
    if (isNew(mediaType["schema"])) yield* properties(mediaType, path);
}

function* parameters(owner: Node, path: Path): Generator<Leaf> {
  for (const [index, value] of list(owner["parameters"]).entries()) {
    const parameter = node(value);
    yield {
      kind: "parameter",
      name: String(parameter["name"]),
      in: String(parameter["in"]),
      described: parameter,
      schema: node(parameter["schema"]),
      path: [...path, "parameters", index],
    };
  }
}

function* properties(mediaType: unknown, path: Path): Generator<Leaf> {
  for (const at of walkSchemas(node(mediaType)["schema"], [...path, "schema"]))
    if (at.property !== undefined)
      yield {
        kind: "property",
        name: at.property.name,
        described: at.schema,
        schema: at.schema,
        path: at.path,
      };
}
