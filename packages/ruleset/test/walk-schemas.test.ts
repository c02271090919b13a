import { expect, test } from "@jest/globals";

import { walkSchemas } from "../src/walk-schemas.js";

const paths = (schema: unknown): string[] =>
  Array.from(walkSchemas(schema, ["root"]), ({ path }) => path.join("/"));

test("every schema is met with its path, the outer one first", () => {
  const schema = {
    properties: { list: { items: { anyOf: [{}, {}] } } },
    allOf: [{ additionalProperties: {} }],
  };
  expect(paths(schema)).toEqual([
    "root",
    "root/properties/list",
    "root/properties/list/items",
    "root/properties/list/items/anyOf/0",
    "root/properties/list/items/anyOf/1",
    "root/allOf/0",
    "root/allOf/0/additionalProperties",
  ]);
});

test("a property may be called like a keyword", () => {
  const schema = { properties: { properties: { type: "string" }, items: { type: "string" } } };
  const names = Array.from(walkSchemas(schema, []), ({ property }) => property?.name);
  expect(names).toEqual([undefined, "properties", "items"]);
});

test("a property knows whether it is required", () => {
  const schema = { required: ["a"], properties: { a: {}, b: {} } };
  const found = Array.from(walkSchemas(schema, []), ({ property }) => property);
  expect(found).toEqual([undefined, { name: "a", required: true }, { name: "b", required: false }]);
});

test("a circle ends where it closes", () => {
  const tree: { properties: Record<string, unknown> } = { properties: {} };
  tree.properties["parent"] = tree;
  tree.properties["name"] = {};
  expect(paths(tree)).toEqual(["root", "root/properties/name"]);
});
