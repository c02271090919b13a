// @ts-check
// What a reader of the documentation must find: descriptions, examples and consistent names.
import {
  componentAt,
  list,
  node,
  walkExamples,
  walkLeaves,
  walkMediaTypes,
  walkOperations,
  walkResponses,
  walkResponseSchemas,
} from "../walk.js";

/** @typedef {import("../house-rule.js").HouseRule} HouseRule */
/** @typedef {import("../house-rule.js").Node} Node */
/** @typedef {import("../house-rule.js").Path} Path */

/** @type {HouseRule} */
export const leafDescribed = {
  claim: "Every property, parameter and header has a description.",
  why: "Readers of the docs, and editors that show the generated types, see nothing else; no public rule asks for it.",
  remedy: "Say what it is, and its unit or form.",
  breaks: [
    {
      finds: "a property without a description",
      set: { "/components/schemas/Parcel/properties/id/description": undefined },
      at: "/components/schemas/Parcel/properties/id",
      says: 'The property "id" has no description.',
    },
    {
      finds: "a parameter whose description is blank",
      set: { "/components/parameters/ParcelId/description": " " },
      at: "/components/parameters/ParcelId",
      says: 'The parameter "parcel_id" has no description.',
    },
    {
      finds: "a header without a description",
      set: { "/components/headers/RequestId/description": undefined },
      at: "/components/headers/RequestId",
      says: 'The header "X-Request-Id" has no description.',
    },
  ],
  *check(description) {
    for (const { kind, name, described, path } of walkLeaves(description)) {
      const text = described["description"];
      if (typeof text !== "string" || text.trim() === "")
        yield { message: `The ${kind} "${name}" has no description.`, path };
    }
  },
};

/**
 * An object shows itself through its own leaves, an array through its items.
 *
 * @param {Node} schema
 */
const isScalar = (schema) =>
  schema["type"] !== "object" && schema["type"] !== "array" && !("properties" in schema);

/** @param {Node} owner */
const showsValue = (owner) =>
  "example" in owner ||
  list(owner["examples"]).length > 0 ||
  Object.keys(node(owner["examples"])).length > 0;

/** @type {HouseRule} */
export const leafExemplified = {
  claim: "Every scalar property, parameter and header, and every array of scalars, shows a value.",
  why: "The docs, the code samples and generated mocks are filled from these values.",
  remedy: "Add `examples:` with one realistic value to the schema, or `example:` to the parameter.",
  breaks: [
    {
      finds: "a property inside an array that shows no value",
      set: { "/components/schemas/Stop/properties/town/examples": undefined },
      at: "/components/schemas/Stop/properties/town",
      says: 'The property "town" shows no example value.',
    },
    {
      finds: "an array of scalars that shows no value",
      set: { "/components/schemas/Parcel/properties/stops/items": { type: "string" } },
      at: "/components/schemas/Parcel/properties/stops",
      says: 'The property "stops" shows no example value.',
    },
    {
      finds: "a parameter that shows no value",
      set: { "/components/parameters/ParcelId/example": undefined },
      at: "/components/parameters/ParcelId",
      says: 'The parameter "parcel_id" shows no example value.',
    },
    {
      finds: "a header that shows no value",
      set: { "/components/headers/RequestId/schema/examples": [] },
      at: "/components/headers/RequestId",
      says: 'The header "X-Request-Id" shows no example value.',
    },
  ],
  *check(description) {
    for (const { kind, name, described, schema, path } of walkLeaves(description)) {
      const items = schema["type"] === "array" ? node(schema["items"]) : undefined;
      if (!isScalar(items ?? schema)) continue;
      if (![described, schema, items ?? schema].some(showsValue))
        yield { message: `The ${kind} "${name}" shows no example value.`, path };
    }
  },
};

/** @type {HouseRule} */
export const bodyExemplified = {
  claim: "Every form of every response body has a named example.",
  why: "The mock answers with these examples, and tests of the client and of verify start from them.",
  remedy: "Write a file in components/examples and refer to it under `examples:` of the body.",
  breaks: [
    {
      finds: "a body without a named example",
      set: { "/components/responses/NotFound/content/application~1json/examples": undefined },
      at: "/components/responses/NotFound/content/application~1json",
      says: "The application/json body of response 404 has no named example.",
    },
  ],
  *check(description) {
    for (const { status, name, mediaType, path } of walkMediaTypes(description))
      if (Object.keys(node(mediaType["examples"])).length === 0)
        yield { message: `The ${name} body of response ${status} has no named example.`, path };
  },
};

const notFoundExample =
  "/components/responses/NotFound/content/application~1json/examples/error-not-found";

/** @type {HouseRule} */
export const exampleOriginStated = {
  claim: "Every example says whether it is printed in the source document or constructed.",
  why: "A printed body is evidence and stays as it is; a constructed one is ours to change.",
  remedy:
    "Write `x-origin: printed` for an unchanged copy of the source's example, else `x-origin: constructed`.",
  breaks: [
    {
      finds: "an example of unstated origin",
      set: { [`${notFoundExample}/x-origin`]: undefined },
      at: notFoundExample,
      says: 'The example "error-not-found" does not say where it comes from.',
    },
    {
      finds: "an origin that is neither printed nor constructed",
      set: { [`${notFoundExample}/x-origin`]: "guessed" },
      at: `${notFoundExample}/x-origin`,
      says: 'The example "error-not-found" names an unknown origin.',
    },
  ],
  *check(description) {
    for (const { name, example, path } of walkExamples(description)) {
      const origin = example["x-origin"];
      if (origin === undefined)
        yield { message: `The example "${name}" does not say where it comes from.`, path };
      else if (origin !== "printed" && origin !== "constructed")
        yield {
          message: `The example "${name}" names an unknown origin.`,
          path: [...path, "x-origin"],
        };
    }
  },
};

/** The form of each kind of name. */
const forms = {
  operationId: { name: "camelCase", pattern: /^[a-z]+([A-Z][a-z0-9]*)+$/ },
  component: { name: "PascalCase", pattern: /^([A-Z][a-z0-9]*)+$/ },
  parameter: { name: "snake_case", pattern: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/ },
  property: { name: "snake_case", pattern: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/ },
  header: { name: "Train-Case", pattern: /^[A-Z][A-Za-z0-9]*(-[A-Z][A-Za-z0-9]*)*$/ },
  example: { name: "kebab-case", pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/ },
};

/**
 * @param {unknown} description
 * @param {import("../house-rule.js").RuleContext} context
 * @returns {Generator<{ kind: keyof typeof forms, name: string, path: Path }>}
 */
function* names(description, context) {
  for (const { operation, path } of walkOperations(description)) {
    const name = operation["operationId"];
    if (typeof name === "string")
      yield { kind: "operationId", name, path: [...path, "operationId"] };
  }
  for (const { kind, name, path, in: place } of walkLeaves(description))
    yield { kind: place === "header" ? "header" : kind, name, path };
  for (const { name, path } of walkExamples(description)) yield { kind: "example", name, path };
  const schemes = node(node(node(description)["components"])["securitySchemes"]);
  const places = [
    ...Object.keys(schemes).map((name) => ["components", "securitySchemes", name]),
    ...[...walkResponses(description)].map(({ path }) => path),
    ...[...walkResponseSchemas(description)].map(({ path }) => path),
  ];
  for (const path of places) {
    const component = componentAt(context, path);
    if (component !== undefined) yield { kind: "component", name: component.name, path };
  }
}

/** @type {HouseRule} */
export const nameCased = {
  claim: `Names keep the form of their kind: ${Object.entries(forms)
    .map(([kind, { name }]) => `${kind} ${name}`)
    .join(", ")}.`,
  why: "An operationId becomes a method, a component a type; properties and parameters are spelled as on the wire.",
  remedy: "Rename it; a component is renamed together with its file.",
  breaks: [
    {
      finds: "an operationId in snake_case",
      set: { "/paths/~1v1~1parcels~1{parcel_id}/get/operationId": "get_parcel" },
      at: "/paths/~1v1~1parcels~1{parcel_id}/get/operationId",
      says: 'The operationId "get_parcel" is not camelCase.',
    },
    {
      finds: "a security scheme in kebab-case",
      set: { "/components/securitySchemes": { "project-token": { type: "apiKey" } } },
      at: "/components/securitySchemes/project-token",
      says: 'The component "project-token" is not PascalCase.',
    },
    {
      finds: "a schema in snake_case",
      set: {
        "/components/schemas/parcel_stop": { type: "object" },
        "/components/schemas/Parcel/properties/stops/items/$ref":
          "#/components/schemas/parcel_stop",
      },
      at: "/components/schemas/parcel_stop",
      says: 'The component "parcel_stop" is not PascalCase.',
    },
    {
      finds: "a property in camelCase",
      set: { "/components/schemas/Stop/properties/townName": { type: "string" } },
      at: "/components/schemas/Stop/properties/townName",
      says: 'The property "townName" is not snake_case.',
    },
    {
      finds: "a parameter in kebab-case",
      set: { "/components/parameters/ParcelId/name": "parcel-id" },
      at: "/components/parameters/ParcelId",
      says: 'The parameter "parcel-id" is not snake_case.',
    },
    {
      finds: "a header in lower case",
      set: { "/components/responses/NotFound/headers/retry-after": { schema: { type: "string" } } },
      at: "/components/responses/NotFound/headers/retry-after",
      says: 'The header "retry-after" is not Train-Case.',
    },
    {
      finds: "an example in PascalCase",
      set: {
        "/components/responses/NotFound/content/application~1json/examples/NotFound": {
          "x-origin": "constructed",
          value: {},
        },
      },
      at: "/components/responses/NotFound/content/application~1json/examples/NotFound",
      says: 'The example "NotFound" is not kebab-case.',
    },
  ],
  *check(description, context) {
    for (const { kind, name, path } of names(description, context))
      if (!forms[kind].pattern.test(name))
        yield { message: `The ${kind} "${name}" is not ${forms[kind].name}.`, path };
  },
};
