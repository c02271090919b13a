/**
 * The base OpenAPI description. Each pair in the test catalog applies two patches to the base description, one for each
 * version.
 */
export const baseDescription = {
  openapi: "3.1.0",
  info: { title: "Things", version: "1.0.0" },
  servers: [{ url: "https://api.example" }],
  security: [{ Key: [] }],
  paths: {
    "/things": { get: { operationId: "listThings", responses: { "200": { description: "ok" } } } },
    "/things/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      get: {
        operationId: "getThing",
        summary: "Read one.",
        responses: {
          "200": {
            description: "ok",
            content: { "application/json": { schema: { type: "object" } } },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      Key: { type: "apiKey", in: "header", name: "X-Key" },
      Login: {
        type: "oauth2",
        flows: {
          clientCredentials: {
            tokenUrl: "https://api.example/token",
            scopes: { read: "Read.", write: "Write." },
          },
        },
      },
    },
    parameters: { Limit: { name: "limit", in: "query", schema: { type: "integer" } } },
    responses: { Gone: { description: "gone" } },
  },
};
