import { expect, test } from "@jest/globals";

import { foldOpenEnums } from "../src/fold-open-enums.js";

const open = {
  type: "string",
  description: "Kind of backend.",
  anyOf: [
    {
      type: "string",
      enum: ["VM", "LB"],
      "x-enumDescriptions": { VM: "A server.", LB: "A balancer." },
    },
    { type: "string", description: "A kind that came later." },
  ],
};

test("an open enum becomes one list with meanings, and says that other values may come", () => {
  expect(foldOpenEnums({ properties: { kind: open } })).toEqual({
    properties: {
      kind: {
        type: "string",
        description: "Kind of backend.\n\n*Other values may come.* A kind that came later.",
        enum: ["VM", "LB"],
        "x-enumDescriptions": { VM: "A server.", LB: "A balancer." },
      },
    },
  });
});

test("the input stays as it was", () => {
  const before = structuredClone(open);
  foldOpenEnums(open);
  expect(open).toEqual(before);
});

test("alternatives of another kind stay alternatives", () => {
  const bodies = { anyOf: [{ $ref: "#/components/schemas/A" }, { type: "string" }] };
  expect(foldOpenEnums(bodies)).toEqual(bodies);
});
