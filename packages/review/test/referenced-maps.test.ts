import { expect, test } from "@jest/globals";

import { judge } from "../src/judge.js";
import { inMemory } from "./in-memory.js";

// OpenAPI does not allow a reference in place of a whole map or list, but bundlers resolve such a reference, so authors
// use it.
const reference = { $ref: "parts.json#/part" };
const text = { type: "string" };

const responding = (schema: unknown) => ({
  responses: { "200": { description: "ok", content: { "application/json": { schema } } } },
});
const described = (operation: unknown) => ({
  openapi: "3.1.0",
  info: { title: "T", version: "1.0.0" },
  paths: { "/a": { get: operation } },
});

test.each([
  [
    "properties",
    described(responding({ type: "object", properties: reference })),
    { a: text, b: text },
    { a: text },
    "property-removed",
  ],
  [
    "properties in a closed object",
    described(responding({ additionalProperties: false, properties: reference })),
    { a: text },
    { a: { type: "integer" } },
    "type-different",
  ],
  [
    "required",
    described(responding({ properties: { a: text }, required: reference })),
    ["a"],
    [],
    "property-optional",
  ],
  ["enum", described(responding({ enum: reference })), ["a"], ["a", "b"], "enum-value-added"],
  [
    "allOf",
    described(responding({ allOf: reference })),
    [text],
    [{ type: "integer" }],
    "type-different",
  ],
  [
    "content",
    described({ responses: { "200": { description: "ok", content: reference } } }),
    { "application/json": { schema: text } },
    { "application/json": { schema: { type: "integer" } } },
    "type-different",
  ],
  [
    "responses",
    described({ responses: reference }),
    { "200": { description: "ok" }, "404": { description: "gone" } },
    { "200": { description: "ok" } },
    "response-removed",
  ],
  [
    "parameters",
    described({ ...responding(text), parameters: reference }),
    [],
    [{ name: "q", in: "query", required: true, schema: text }],
    "parameter-added-required",
  ],
  [
    "paths",
    { ...described({}), paths: reference },
    { "/a": { get: responding(text) } },
    { "/b": { get: responding(text) } },
    "operation-removed",
  ],
] as const)("compares the targets if %s is a reference", (_, root, before, after, rule) => {
  const side = (part: unknown) => inMemory(root, "memory", { "parts.json": { part } });
  const { changes, unjudged } = judge(side(before), side(after), []);
  expect(changes.map((change) => change.rule)).toContain(rule);
  expect(changes[0]?.level).toBe("major");
  expect(unjudged).toEqual([]);
  expect(judge(side(before), side(before), []).changes).toEqual([]);
});

test("reports that a map cannot be judged if it contains a `$ref` and other keys", () => {
  const root = described(responding({ properties: { ...reference, b: text } }));
  const side = (part: unknown) => inMemory(root, "memory", { "parts.json": { part } });
  const { unjudged } = judge(side({ a: text }), side({ a: { type: "integer" } }), []);
  expect(unjudged).toMatchObject([
    { side: "base", isChange: true, text: expect.stringContaining("next to its `$ref`") },
    { side: "head", isChange: true },
  ]);
});

test("treats a property that is named like a map, such as `content`, as a schema", () => {
  const root = (type: string) => ({
    ...described(responding({ properties: { content: { $ref: "#/components/schemas/headers" } } })),
    components: { schemas: { headers: { $ref: "#/components/schemas/Text" }, Text: { type } } },
  });
  const { changes } = judge(inMemory(root("string")), inMemory(root("integer")), []);
  expect(changes).toMatchObject([
    { rule: "type-different", pointer: "#/components/schemas/Text/type" },
  ]);
});

test.each([
  ["`properties` references itself", { properties: { $ref: "#/components/schemas/A/properties" } }],
  [
    "`properties` references a part of itself",
    { properties: { $ref: "#/components/schemas/A/properties/x" } },
  ],
  ["a schema references a part of itself", { $ref: "#/components/schemas/A/properties/x" }],
])("reports that a reference cannot be followed if %s", (_, schema) => {
  const root = {
    ...described(responding({ $ref: "#/components/schemas/A" })),
    components: { schemas: { A: schema } },
  };
  const { unjudged } = judge(inMemory(described({})), inMemory(root), []);
  expect(unjudged[0]?.text).toMatch(/is circular|cannot be resolved/);
});
