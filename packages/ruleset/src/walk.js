// @ts-check
// Generators that traverse a description whose references have been resolved. A component that is referenced several
// times is a single object, so it is visited only once.

/** @typedef {import("./house-rule.js").Node} Node */
/** @typedef {import("./house-rule.js").Path} Path */

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Returns the value if it is an object, otherwise an empty object.
 *
 * @param {unknown} value
 * @returns {Node}
 */
export const node = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? /** @type {Node} */ (value)
    : {};

/**
 * Returns the value if it is an array, otherwise an empty array.
 *
 * @param {unknown} value
 * @returns {readonly unknown[]}
 */
export const list = (value) => (Array.isArray(value) ? value : []);

/** @returns {(part: unknown) => boolean} a function that returns true the first time it is called with a value */
function firstVisits() {
  const seen = new Set();
  return (part) => {
    if (typeof part !== "object" || part === null) return true;
    if (seen.has(part)) return false;
    seen.add(part);
    return true;
  };
}

/**
 * Yields every operation under `paths`.
 *
 * @param {unknown} description
 * @returns {Generator<{ operation: Node, path: Path, pathItem: Node, pathItemPath: Path }>}
 */
export function* walkOperations(description) {
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

/**
 * Yields each operation's responses. `status` is the response key, such as "200", "4XX", or "default".
 *
 * @param {unknown} description
 * @returns {Generator<{ status: string, response: Node, path: Path }>}
 */
export function* walkResponses(description) {
  const isNew = firstVisits();
  for (const { operation, path } of walkOperations(description))
    for (const [status, response] of Object.entries(node(operation["responses"])))
      if (isNew(response))
        yield { status, response: node(response), path: [...path, "responses", status] };
}

/**
 * Whether a status is an error: 4xx, 5xx, or "default".
 *
 * @param {string} status
 */
export const isError = (status) => /^[45]/.test(status) || status === "default";

/**
 * Yields every media type in every response. `name` is the media type's name.
 *
 * @param {unknown} description
 * @returns {Generator<{ status: string, name: string, mediaType: Node, path: Path }>}
 */
export function* walkMediaTypes(description) {
  for (const { status, response, path } of walkResponses(description))
    for (const [name, mediaType] of Object.entries(node(response["content"])))
      yield { status, name, mediaType: node(mediaType), path: [...path, "content", name] };
}

/**
 * Yields every named example in every response body.
 *
 * @param {unknown} description
 * @returns {Generator<{ name: string, example: Node, path: Path }>}
 */
export function* walkExamples(description) {
  for (const { mediaType, path } of walkMediaTypes(description))
    for (const [name, example] of Object.entries(node(mediaType["examples"])))
      yield { name, example: node(example), path: [...path, "examples", name] };
}

/** @typedef {{ schema: Node, path: Path, property?: string }} SchemaAt */

/**
 * Yields a schema and its subschemas. If a schema contains itself, recursion stops there.
 *
 * @param {unknown} value
 * @param {Path} path
 * @param {string} [property] the property name, if the schema belongs to a property
 * @param {readonly Node[]} [above]
 * @returns {Generator<SchemaAt>}
 */
export function* walkSchemas(value, path, property, above = []) {
  const schema = node(value);
  if (above.includes(schema)) return;
  yield { schema, path, ...(property === undefined ? {} : { property }) };
  const within = [...above, schema];
  for (const [name, inner] of Object.entries(node(schema["properties"])))
    yield* walkSchemas(inner, [...path, "properties", name], name, within);
  for (const keyword of ["items", "additionalProperties", "not", "if", "then", "else", "contains"])
    if (typeof schema[keyword] === "object")
      yield* walkSchemas(schema[keyword], [...path, keyword], undefined, within);
  for (const keyword of ["allOf", "anyOf", "oneOf", "prefixItems"])
    for (const [index, inner] of list(schema[keyword]).entries())
      yield* walkSchemas(inner, [...path, keyword, index], undefined, within);
}

/**
 * Yields every schema for a response body or header, including subschemas.
 *
 * @param {unknown} description
 * @returns {Generator<SchemaAt>}
 */
export function* walkResponseSchemas(description) {
  const isNew = firstVisits();
  for (const { mediaType, path } of walkMediaTypes(description))
    if (isNew(mediaType["schema"])) yield* walkSchemas(mediaType["schema"], [...path, "schema"]);
  for (const { response, path } of walkResponses(description))
    for (const [name, header] of Object.entries(node(response["headers"])))
      if (isNew(node(header)["schema"]))
        yield* walkSchemas(node(header)["schema"], [...path, "headers", name, "schema"]);
}

/**
 * A parameter, a header, or a property at any depth. `described` is the object that contains the description, and `in`
 * is the parameter's location.
 *
 * @typedef {object} Leaf
 * @property {"parameter" | "header" | "property"} kind
 * @property {string} name
 * @property {Node} described
 * @property {Node} schema
 * @property {Path} path
 * @property {string} [in]
 */

/**
 * Yields every parameter, header, and property in requests and responses.
 *
 * @param {unknown} description
 * @returns {Generator<Leaf>}
 */
export function* walkLeaves(description) {
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
      if (!isNew(value)) continue;
      const described = node(value);
      const schema = node(described["schema"]);
      yield { kind: "header", name, described, schema, path: [...path, "headers", name] };
    }
  for (const { mediaType, path } of walkMediaTypes(description))
    if (isNew(mediaType["schema"])) yield* properties(mediaType, path);
}

/**
 * @param {Node} owner
 * @param {Path} path
 * @returns {Generator<Leaf>}
 */
function* parameters(owner, path) {
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

/**
 * @param {unknown} mediaType
 * @param {Path} path
 * @returns {Generator<Leaf>}
 */
function* properties(mediaType, path) {
  for (const at of walkSchemas(node(mediaType)["schema"], [...path, "schema"]))
    if (at.property !== undefined)
      yield {
        kind: "property",
        name: at.property,
        described: at.schema,
        schema: at.schema,
        path: at.path,
      };
}

/**
 * Returns the component at a path. The component can be defined in `components` or in a separate file,
 * `components/<kind>/<name>.yaml`.
 *
 * @param {import("./house-rule.js").RuleContext} context
 * @param {Path} path
 * @returns {{ kind: string, name: string } | undefined}
 */
export function componentAt(context, path) {
  const place = context.documentInventory.findAssociatedItemForPath([...path], true);
  if (place === null) return undefined;
  const [root, kind, name, ...deeper] = place.path;
  if (root === "components" && kind !== undefined && name !== undefined && deeper.length === 0)
    return { kind: String(kind), name: String(name) };
  const file = /components[\\/]([^\\/]+)[\\/]([^\\/]+)\.(?:ya?ml|json)$/.exec(
    place.document.source ?? "",
  );
  const [, folder, stem] = file ?? [];
  return folder !== undefined && stem !== undefined && place.path.length === 0
    ? { kind: folder, name: stem }
    : undefined;
}
