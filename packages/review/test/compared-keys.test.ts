import { expect, test } from "@jest/globals";

import { comparedElsewhere, type Kind } from "../src/compare/keys.js";
import { judge } from "../src/judge.js";
import { inMemory } from "./in-memory.js";

type Json = Record<string, unknown>;

// For each kind of object, `full` is a complete example, and `changes` contains a changed value for every key that the
// comparison must check.
const other = "https://other.example";
const kinds: Record<Kind, { full: Json; changes: Json }> = {
  description: {
    full: {},
    changes: {
      openapi: "3.1.1",
      info: { title: "Another", version: "1.0.0" },
      paths: {},
      webhooks: {},
      "x-webhooks": { extra: { post: { responses: { "200": { description: "ok" } } } } },
      components: { schemas: { Unused: { type: "string" } } },
      servers: [{ url: other }],
      security: [{ Second: [] }],
    },
  },
  // `version` is excluded because the review compares it with the required version instead.
  info: { full: {}, changes: {} },
  "path item": {
    full: {
      post: { responses: { "200": { description: "ok" } } },
      parameters: [{ name: "X", in: "header", schema: {} }],
      servers: [{ url: other }],
    },
    changes: {
      ...Object.fromEntries(
        ["get", "put", "post", "delete", "options", "head", "patch", "trace"].map((method) => [
          method,
          { responses: { "204": { description: "none" } } },
        ]),
      ),
      parameters: [],
      servers: [],
    },
  },
  operation: {
    full: {
      operationId: "a",
      security: [{ First: [] }],
      requestBody: { content: { "text/plain": {} } },
    },
    changes: {
      operationId: "b",
      parameters: [{ name: "Y", in: "header", schema: {} }],
      requestBody: { content: { "text/csv": {} } },
      responses: { "202": { description: "later" } },
      callbacks: { done: { "{$url}": { post: { responses: { "200": { description: "ok" } } } } } },
      security: [{ Second: [] }],
      servers: [{ url: "https://third.example" }],
    },
  },
  parameter: {
    full: { name: "q", in: "query", schema: { type: "array", items: { type: "string" } } },
    changes: {
      name: "r",
      in: "header",
      required: true,
      style: "spaceDelimited",
      explode: false,
      allowReserved: true,
      allowEmptyValue: true,
      schema: { type: "integer" },
      content: { "application/json": {} },
    },
  },
  header: {
    full: { schema: { type: "array", items: { type: "string" } } },
    changes: {
      required: true,
      style: "form",
      explode: true,
      schema: { type: "integer" },
      content: { "application/json": {} },
    },
  },
  body: {
    full: { content: { "text/plain": {} } },
    changes: { required: true, content: { "text/csv": {} } },
  },
  response: {
    full: { description: "ok" },
    changes: {
      headers: { "X-A": { schema: {} } },
      content: { "text/plain": {} },
      links: { next: { operationId: "a" } },
    },
  },
  "media type": {
    full: { schema: { type: "object" } },
    changes: { schema: { type: "array" }, encoding: { a: { contentType: "image/png" } } },
  },
  encoding: {
    full: {},
    changes: {
      contentType: "image/png",
      style: "deepObject",
      explode: false,
      allowReserved: true,
      headers: { "X-A": { schema: {} } },
    },
  },
  server: {
    full: { url: "https://{v}.example" },
    changes: { url: other, variables: { v: { default: "b" } } },
  },
  "server variable": {
    full: { default: "a", enum: ["a", "b"] },
    changes: { default: "b", enum: ["a"] },
  },
  "security scheme": {
    full: { type: "apiKey", in: "header", name: "X-Key" },
    changes: {
      type: "http",
      in: "query",
      name: "X-Other",
      scheme: "basic",
      flows: { clientCredentials: { tokenUrl: other, scopes: {} } },
      openIdConnectUrl: other,
    },
  },
  flow: {
    full: {
      authorizationUrl: "https://a.example",
      tokenUrl: "https://a.example",
      scopes: { r: "" },
    },
    changes: {
      authorizationUrl: other,
      tokenUrl: other,
      refreshUrl: other,
      deviceAuthorizationUrl: other,
      scopes: {},
    },
  },
};

/** Creates a description that contains `object` in a path, webhook, or callback operation. */
function described(kind: string, object: Json, where: "path" | "webhook" | "callback"): Json {
  const use = (name: string, rest: Json = {}): Json => (kind === name ? object : rest);
  const encoding = use("encoding");
  const media = use("media type", { schema: { type: "object" }, encoding: { a: encoding } });
  const operation = use("operation", {
    parameters: [use("parameter", { name: "q", in: "query", schema: {} })],
    requestBody: use("body", { content: { "multipart/form-data": media } }),
    responses: {
      "200": use("response", { description: "ok", headers: { "X-H": use("header") } }),
    },
  });
  const item = use("path item", {
    post: { ...operation, responses: operation["responses"] ?? { "200": { description: "ok" } } },
  });
  const callback = {
    post: { responses: { "200": { description: "ok" } }, callbacks: { done: { "{$url}": item } } },
  };
  return {
    openapi: "3.1.0",
    info: { title: "T", version: "1.0.0" },
    servers: [
      use("server", {
        url: "https://{v}.example",
        variables: { v: use("server variable", { default: "a" }) },
      }),
    ],
    security: [{ First: [] }],
    paths: where === "path" ? { "/a": item } : where === "callback" ? { "/a": callback } : {},
    ...(where === "webhook" ? { webhooks: { changed: item } } : {}),
    components: {
      securitySchemes: {
        First: use("security scheme", {
          type: "oauth2",
          flows: { authorizationCode: use("flow") },
        }),
        Second: { type: "http", scheme: "basic" },
      },
    },
    ...use("description"),
  };
}

const cases = [...comparedElsewhere].flatMap(([kind, keys]) =>
  keys
    .filter((key) => !(kind === "info" && key === "version"))
    .flatMap((key) =>
      (["path", "webhook", "callback"] as const).map((where) => [kind, key, where] as const),
    ),
);

test.each(cases)("detects a change to %s.%s in a %s", (kind, key, where) => {
  const { full, changes } = kinds[kind as Kind];
  expect(Object.keys(changes)).toContain(key);
  const before = inMemory(described(kind, full, where));
  const after = inMemory(described(kind, { ...full, [key]: changes[key] }, where));
  // An added empty `paths` or `webhooks` object does not count as a change.
  const isEmpty =
    (key === "paths" && where === "webhook") || (key === "webhooks" && where !== "webhook");
  expect(judge(before, after, []).changes.length > 0).toBe(!isEmpty);
});
