import { expect, test } from "@jest/globals";

import { foldOpenEnums } from "../src/fold-open-enums.js";

const document = {
  kind: {
    description: "Kind of backend.",
    anyOf: [{ $ref: "#/KnownKind" }, { type: "string", description: "A kind that came later." }],
  },
  KnownKind: {
    type: "string",
    description: "The documented kinds.",
    enum: ["VM", "LB"],
    "x-enumDescriptions": { VM: "A server.", LB: "A balancer." },
  },
};

test("an open enum becomes one list with meanings under its own text, and says that more may be added", () => {
  expect(foldOpenEnums(document)).toEqual({
    ...document,
    kind: {
      type: "string",
      description: "Kind of backend.\n\n*More values may be added.* A kind that came later.",
      enum: ["VM", "LB"],
      "x-enumDescriptions": { VM: "A server.", LB: "A balancer." },
    },
  });
});

test("the input stays as it was", () => {
  const before = structuredClone(document);
  foldOpenEnums(document);
  expect(document).toEqual(before);
});

test("alternatives of another kind stay alternatives", () => {
  const bodies = { A: { type: "object" }, body: { anyOf: [{ $ref: "#/A" }, { type: "string" }] } };
  expect(foldOpenEnums(bodies)).toEqual(bodies);
});
