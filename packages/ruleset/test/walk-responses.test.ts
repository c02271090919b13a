import { expect, test } from "@jest/globals";

import { walkLeaves } from "../src/walk-leaves.js";
import { walkResponseSchemas } from "../src/walk-response-schemas.js";
import { walkResponses } from "../src/walk-responses.js";

const schema = { properties: { reason: { type: "string" } } };
const content = { "application/json": { schema } };
const headers = { "Retry-After": { schema: { type: "integer" } } };
const busy = { description: "Try later.", headers, content };

/** Two operations that share a response; one of them answers with it under two statuses. */
const description = {
  paths: {
    "/a": { get: { responses: { "429": busy, "503": busy } } },
    "/b": { get: { responses: { "429": busy, "200": { content } } } },
  },
};

test("a shared response comes once for each status", () => {
  const found = Array.from(walkResponses(description), ({ path }) => path.join(" "));
  expect(found).toEqual([
    "paths /a get responses 429",
    "paths /a get responses 503",
    "paths /b get responses 200",
  ]);
});

test("a schema that responses share comes once", () => {
  const found = Array.from(walkResponseSchemas(description), (at) => at.schema);
  expect(found).toEqual([schema, schema.properties.reason, headers["Retry-After"].schema]);
});

test("a leaf of what responses share comes once", () => {
  const found = Array.from(walkLeaves(description), ({ name }) => name);
  expect(found).toEqual(["Retry-After", "reason"]);
});

test("a shared header comes under each of its names", () => {
  const [header] = Object.values(headers);
  const responses = { "200": { headers: { "X-One": header, "X-Two": header } } };
  const names = Array.from(
    walkLeaves({ paths: { "/a": { get: { responses } } } }),
    (at) => at.name,
  );
  expect(names).toEqual(["X-One", "X-Two"]);
});
