import type { Oracle } from "./run-mutants.js";

const event = {
  post: {
    operationId: "petBorn",
    security: [{ Signature: [] }],
    parameters: [{ name: "X-Event", in: "header", required: true, schema: { type: "string" } }],
    requestBody: {
      required: true,
      content: {
        "application/json": {
          schema: {
            type: "object",
            required: ["name"],
            properties: { name: { type: "string" }, kind: { $ref: "#/components/schemas/Pet" } },
          },
        },
      },
    },
    responses: { "204": { description: "taken" } },
  },
};

/**
 * A description with features that the contract doesn't use: multiple credentials, discriminators, webhooks, and
 * callbacks.
 */
export const eventsDescription = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1.0.0" },
  servers: [{ url: "https://pets.example" }],
  paths: {
    "/pets": {
      post: {
        operationId: "createPet",
        security: [{ Key: [] }, { Login: ["write"] }],
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } },
        },
        responses: {
          "201": {
            description: "made",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
          },
        },
        callbacks: { born: { "{$request.header.X-Url}": event } },
      },
    },
  },
  webhooks: { petBorn: event },
  components: {
    schemas: {
      Pet: {
        type: "object",
        required: ["kind"],
        properties: { kind: { type: "string" } },
        discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
      },
      Cat: {
        allOf: [
          { $ref: "#/components/schemas/Pet" },
          { type: "object", required: ["claws"], properties: { claws: { type: "integer" } } },
        ],
      },
      Dog: {
        allOf: [
          { $ref: "#/components/schemas/Pet" },
          { type: "object", properties: { breed: { type: "string" } } },
        ],
      },
      Order: {
        oneOf: [{ $ref: "#/components/schemas/Fast" }, { $ref: "#/components/schemas/Slow" }],
        discriminator: { propertyName: "speed", mapping: { fast: "#/components/schemas/Fast" } },
      },
      Fast: {
        type: "object",
        required: ["speed"],
        properties: { speed: { type: "string" }, price: { type: "number" } },
      },
      Slow: {
        type: "object",
        required: ["speed"],
        properties: { speed: { type: "string" }, days: { type: "integer" } },
      },
    },
    securitySchemes: {
      Key: { type: "apiKey", in: "header", name: "X-Key" },
      Signature: { type: "apiKey", in: "header", name: "X-Signature" },
      Login: {
        type: "oauth2",
        flows: {
          clientCredentials: {
            tokenUrl: "https://login.example/token",
            scopes: { write: "Write." },
          },
        },
      },
    },
  },
};

const events = "(/webhooks/petBorn|/paths/~1pets/post/callbacks/born/\\{.*\\})";

/** Known breaking changes. The list is maintained by hand so that it does not depend on the review. */
const sure: readonly (readonly [operators: RegExp, pointers: RegExp])[] = [
  // Authentication
  [/^remove$/, /^\/paths\/~1pets\/post\/security\/[01]$/],
  [/^other text$/, /^\/paths\/~1pets\/post\/security\/1\/Login\/0$/],
  [/^(remove|other text)$/, /^\/components\/securitySchemes\/(Key|Signature)\/(in|name)$/],
  [
    /^(remove|other text)$/,
    /^\/components\/securitySchemes\/Login\/flows\/clientCredentials\/tokenUrl$/,
  ],
  [
    /^remove$/,
    /^\/components\/securitySchemes\/Login\/flows(\/clientCredentials(\/scopes(\/write)?)?)?$/,
  ],
  // Changes to discriminators and their schemas
  [/^(remove|other text)$/, /^\/components\/schemas\/(Pet|Order)\/discriminator\/propertyName$/],
  [/^remove$/, /^\/components\/schemas\/(Pet|Order)\/discriminator\/mapping(\/\w+)?$/],
  // Removing the discriminator of `Order` is not listed, because only requests use `Order` and its branches still
  // accept the same values. A discriminator does not affect validation
  // (https://spec.openapis.org/oas/v3.1.1.html#discriminator-object).
  [/^remove$/, /^\/components\/schemas\/Pet\/discriminator$/],
  [/^remove$/, /^\/components\/schemas\/(Cat|Dog)\/allOf\/1(\/properties(\/\w+)?)?$/],
  [/^remove$/, /^\/components\/schemas\/Cat\/allOf\/1\/required(\/0)?$/],
  [/^remove$/, /^\/components\/schemas\/(Fast|Slow)\/properties(\/\w+)?$/],
  [/^set type to number$/, /^\/components\/schemas\/Dog\/allOf\/1\/properties\/breed\/type$/],
  // Webhooks and callbacks
  [/^remove$/, new RegExp(`^${events}(/post)?$`)],
  [/^remove$/, new RegExp(`^${events}/post/(parameters(/0)?|requestBody)$`)],
  [/^remove$/, new RegExp(`^${events}/post/requestBody/content(/[^/]+)?$`)],
  [
    /^remove$/,
    new RegExp(
      `^${events}/post/requestBody/content/[^/]+/schema/(properties(/\\w+)?|required(/0)?)$`,
    ),
  ],
  [/^(negate|remove)$/, new RegExp(`^${events}/post/(requestBody|parameters/0)/required$`)],
  [/^other text$/, new RegExp(`^${events}/post/(operationId|parameters/0/name)$`)],
  // Changing the type of a sent header from string to number is not listed, because the API still sends the value as
  // text, and receivers that accept any string accept the value.
];

export const eventsOracle: Oracle = ({ name, pointer }) =>
  sure.some(([operators, pointers]) => operators.test(name) && pointers.test(pointer));
