// @ts-check
// Rules for descriptions, examples, and names.
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
  claim: "Every property, parameter, and header has a description.",
  why: "The docs and editors show the descriptions, but no public ruleset requires them.",
  remedy: "Add a description that explains the value's meaning and its unit or format.",
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
 * Objects and arrays don't need their own examples, because their properties and items have examples.
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
  claim:
    "Every scalar property, parameter, and header, and every array of scalars, has an example.",
  why: "The docs, code samples, and generated mocks use the examples.",
  remedy: "Add `examples:` with a realistic value to the schema or `example:` to the parameter.",
  breaks: [
    {
      finds: "a property without an example, inside an array",
      set: { "/components/schemas/Stop/properties/town/examples": undefined },
      at: "/components/schemas/Stop/properties/town",
      says: 'The property "town" has no example.',
    },
    {
      finds: "an array of scalars without an example",
      set: { "/components/schemas/Parcel/properties/stops/items": { type: "string" } },
      at: "/components/schemas/Parcel/properties/stops",
      says: 'The property "stops" has no example.',
    },
    {
      finds: "a parameter without an example",
      set: { "/components/parameters/ParcelId/example": undefined },
      at: "/components/parameters/ParcelId",
      says: 'The parameter "parcel_id" has no example.',
    },
    {
      finds: "a header without an example",
      set: { "/components/headers/RequestId/schema/examples": [] },
      at: "/components/headers/RequestId",
      says: 'The header "X-Request-Id" has no example.',
    },
  ],
  *check(description) {
    for (const { kind, name, described, schema, path } of walkLeaves(description)) {
      const items = schema["type"] === "array" ? node(schema["items"]) : undefined;
      if (!isScalar(items ?? schema)) continue;
      if (![described, schema, items ?? schema].some(showsValue))
        yield { message: `The ${kind} "${name}" has no example.`, path };
    }
  },
};

/** @type {HouseRule} */
export const bodyExemplified = {
  claim: "Every media type in every response has a named example.",
  why: "The mock returns these examples, and the tests for the client and verify use them.",
  remedy: "Create a file in components/examples and reference it in the media type's `examples:`.",
  breaks: [
    {
      finds: "a body without a named example",
      set: { "/components/responses/NotFound/content/application~1json/examples": undefined },
      at: "/components/responses/NotFound/content/application~1json",
      says: "The application/json body of the 404 response has no named example.",
    },
  ],
  *check(description) {
    for (const { status, name, mediaType, path } of walkMediaTypes(description))
      if (Object.keys(node(mediaType["examples"])).length === 0)
        yield { message: `The ${name} body of the ${status} response has no named example.`, path };
  },
};

const notFoundExample =
  "/components/responses/NotFound/content/application~1json/examples/error-not-found";

/** @type {HouseRule} */
export const exampleOriginStated = {
  claim: "Every example states whether it is copied from the source document or constructed.",
  why: "A copied example is evidence and must not change. A constructed example can change.",
  remedy:
    "Add `x-origin: printed` to examples that are copied unchanged from the source, and `x-origin: constructed` to all others.",
  breaks: [
    {
      finds: "an example without an origin",
      set: { [`${notFoundExample}/x-origin`]: undefined },
      at: notFoundExample,
      says: 'The example "error-not-found" has no x-origin.',
    },
    {
      finds: "an unknown origin",
      set: { [`${notFoundExample}/x-origin`]: "guessed" },
      at: `${notFoundExample}/x-origin`,
      says: 'The example "error-not-found" has an unknown x-origin.',
    },
  ],
  *check(description) {
    for (const { name, example, path } of walkExamples(description)) {
      const origin = example["x-origin"];
      if (origin === undefined) yield { message: `The example "${name}" has no x-origin.`, path };
      else if (origin !== "printed" && origin !== "constructed")
        yield {
          message: `The example "${name}" has an unknown x-origin.`,
          path: [...path, "x-origin"],
        };
    }
  },
};

/** The naming conventions. */
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
  claim: `Names follow these conventions: ${Object.entries(forms)
    .map(([kind, { name }]) => `${kind} ${name}`)
    .join(", ")}.`,
  why: "An operationId becomes a method name, and a component becomes a type name. Properties and parameters keep the API's spelling.",
  remedy: "Rename it. For a component, also rename its file.",
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
      finds: "a header in lowercase",
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
