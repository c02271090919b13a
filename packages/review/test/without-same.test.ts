import { expect, test } from "@jest/globals";

import { withoutSame } from "../src/load/without-same.js";

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const paths = {
  "/same": { get: { schema: reference("Same") } },
  "/other~name": { get: { schema: reference("Changed") } },
  "/linked to": { get: { schema: { type: "string" } } },
};
const base = {
  openapi: "3.1.0",
  security: [{ Token: [] }],
  paths: { ...paths, "/gone": { get: { schema: reference("Kept") } } },
  components: {
    schemas: {
      Same: { type: "string" },
      Kept: { items: reference("Behind"), from: { $ref: "#/paths/~1linked%20to" } },
      Behind: { type: "string" },
      Changed: { minLength: 1 },
    },
    securitySchemes: { Token: { type: "http" } },
  },
};
const left = withoutSame(base, {
  ...base,
  paths,
  components: {
    ...base.components,
    schemas: { ...base.components.schemas, Changed: { minLength: 2 } },
  },
});

test("a path or component that is the same on both sides is left out", () => {
  expect(left.base["paths"]).not.toHaveProperty(["/same"]);
  expect(left.head["paths"]).not.toHaveProperty(["/same"]);
  expect(left.head["components"]).not.toHaveProperty("schemas.Same");
});

test("what differs stays, and so does what leads to it", () => {
  expect(Object.keys(left.base["paths"] as object)).toEqual(["/other~name", "/linked to", "/gone"]);
  expect(Object.keys(left.head["paths"] as object)).toEqual(["/other~name", "/linked to"]);
  expect(left.head["components"]).toHaveProperty("schemas.Changed.minLength", 2);
});

test("what is the same stays where something that stays refers to it", () => {
  for (const side of [left.base, left.head])
    expect(Object.keys((side["components"] as typeof base.components).schemas)).toEqual([
      "Kept",
      "Behind",
      "Changed",
    ]);
});

test("security schemes stay, because requirements name them without a reference", () => {
  expect(left.head["components"]).toHaveProperty("securitySchemes.Token");
});

test("a description without paths or components is left as it is", () => {
  const bare = { openapi: "3.1.0", webhooks: {} };
  expect(withoutSame(bare, bare)).toEqual({ base: bare, head: bare });
});
