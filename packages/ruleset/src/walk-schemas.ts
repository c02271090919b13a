import type { Path } from "./house-rule.js";
import { list, node, type Node } from "./node.js";

export interface SchemaAt {
  schema: Node;
  path: Path;
  /** Set when the schema is that of a property. */
  property?: { name: string; required: boolean };
}

const single = ["items", "additionalProperties", "not", "if", "then", "else", "contains"] as const;
const many = ["allOf", "anyOf", "oneOf", "prefixItems"] as const;

/** A schema and every schema inside it, each once on its way down: a circle ends where it closes. */
export function* walkSchemas(
  value: unknown,
  path: Path,
  property?: SchemaAt["property"],
  above: readonly Node[] = [],
): Generator<SchemaAt> {
  const schema = node(value);
  if (above.includes(schema)) return;
  yield { schema, path, ...(property === undefined ? {} : { property }) };
  const within = [...above, schema];
  const required = list(schema["required"]);
  for (const [name, inner] of Object.entries(node(schema["properties"])))
    yield* walkSchemas(
      inner,
      [...path, "properties", name],
      { name, required: required.includes(name) },
      within,
    );
  for (const keyword of single)
    if (typeof schema[keyword] === "object")
      yield* walkSchemas(schema[keyword], [...path, keyword], undefined, within);
  for (const keyword of many)
    for (const [index, inner] of list(schema[keyword]).entries())
      yield* walkSchemas(inner, [...path, keyword, index], undefined, within);
}
