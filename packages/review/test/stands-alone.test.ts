import { expect, test } from "@jest/globals";

import { standsAlone } from "../src/load/stands-alone.js";
import { inMemory } from "./in-memory.js";

const withSchema = (schema: object) =>
  inMemory({
    openapi: "3.1.0",
    info: { title: "Alone", version: "1.0.0" },
    components: { schemas: { A: { type: "object" }, B: schema } },
  });
const choice = (target: string) => ({
  discriminator: { propertyName: "a", mapping: { a: target } },
});

test("a description whose references lead to places in it stands alone", () => {
  expect(standsAlone(withSchema({ $ref: "#/components/schemas/A" }))).toBe(true);
  expect(standsAlone(withSchema(choice("#/components/schemas/A")))).toBe(true);
  expect(standsAlone(withSchema({ properties: { $ref: { type: "string" } } }))).toBe(true);
});

test.each(["#/components/schemas/C", "other.yaml", "https://api.example/openapi.yaml#/a"])(
  "one that refers to %s does not, also where a discriminator does so",
  (target) => {
    expect(standsAlone(withSchema({ items: { $ref: target } }))).toBe(false);
    expect(standsAlone(withSchema(choice(target)))).toBe(false);
  },
);
