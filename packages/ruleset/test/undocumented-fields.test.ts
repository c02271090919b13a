import { expect, test } from "@jest/globals";

import { undocumentedFields } from "../src/undocumented-fields.js";

const id = { properties: { id: {} } };
const tag = { properties: { tag: { properties: { key: {} } } } };

test("schemas that hold together document their fields together", () => {
  const schema = { allOf: [id, { allOf: [tag] }] };
  expect(undocumentedFields({ id: 1, tag: { key: 2 } }, schema)).toEqual([]);
  expect(undocumentedFields({ id: 1, tag: { kye: 2 } }, schema)).toEqual([["tag", "kye"]]);
});

test("alternatives do not add up", () => {
  const schema = { oneOf: [id, tag] };
  expect(undocumentedFields({ tag: { key: 1 } }, schema)).toEqual([]);
  expect(undocumentedFields({ id: 1, tag: {} }, schema)).toHaveLength(1);
});

test("fields beside alternatives count for each of them", () => {
  expect(undocumentedFields({ id: 1, tag: {} }, { ...id, anyOf: [tag, {}] })).toEqual([]);
});

test("items are looked into, one by one", () => {
  expect(undocumentedFields([{ id: 1 }, { di: 1 }], { items: id })).toEqual([[1, "di"]]);
});

test("a schema for all other fields documents them, permission alone does not", () => {
  const other = (additionalProperties: unknown): unknown => ({ ...id, additionalProperties });
  expect(undocumentedFields({ x: { id: 1 } }, other(id))).toEqual([]);
  expect(undocumentedFields({ x: { y: 1 } }, other(id))).toEqual([["x", "y"]]);
  expect(undocumentedFields({ x: 1 }, other(true))).toEqual([["x"]]);
});

test("a name that every object inherits is not taken for documented", () => {
  expect(undocumentedFields({ constructor: 1 }, id)).toEqual([["constructor"]]);
});
