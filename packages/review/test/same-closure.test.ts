import { expect, test } from "@jest/globals";

import { sameClosure } from "../src/load/same-closure.js";

const toA = { $ref: "#/schemas/A" };

function documentWith(b: object): object {
  return { schemas: { A: { items: { $ref: "#/schemas/B" } }, B: b } };
}

test("values are the same when what their references lead to is the same", () => {
  const isSame = sameClosure(documentWith({ type: "string" }), documentWith({ type: "string" }));
  expect(isSame(toA, toA)).toBe(true);
  expect(isSame({ type: "string", ...toA }, { ...toA, type: "string" })).toBe(true);
  expect(isSame(toA, { ...toA, type: "string" })).toBe(false);
});

test("a difference behind two references is one", () => {
  const isSame = sameClosure(documentWith({ type: "string" }), documentWith({ type: "number" }));
  expect(isSame(toA, toA)).toBe(false);
  expect(isSame({ type: "object" }, { type: "object" })).toBe(true);
});

test("schemas that lead back into themselves are told apart by their other parts", () => {
  const [was, is] = [documentWith({ not: toA }), documentWith({ not: toA, minItems: 1 })];
  expect(sameClosure(was, was)(toA, toA)).toBe(true);
  expect(sameClosure(was, is)(toA, toA)).toBe(false);
});

test.each(["#/schemas/Missing", "other.yaml#/A", "#anchor"])(
  "%s is not followed, so it counts as different",
  (reference) => {
    const document = documentWith({});
    expect(sameClosure(document, document)({ $ref: reference }, { $ref: reference })).toBe(false);
  },
);

test("percent signs and tildes of a reference are read", () => {
  const [was, is] = [1, 2].map((value) => ({ "a/b c%": { minimum: value } }));
  const reference = { $ref: "#/a~1b%20c%25" };
  expect(sameClosure(was, was)(reference, reference)).toBe(true);
  expect(sameClosure(was, is)(reference, reference)).toBe(false);
});
