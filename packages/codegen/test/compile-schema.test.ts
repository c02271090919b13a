import { describe, expect, test } from "@jest/globals";

import { compileSchema, firstViolation, type Schema } from "../src/compile-schema.js";

const compile = (schema: Schema): string => {
  const constants: string[] = [];
  const contract = {
    components: { schemas: { X: { type: "boolean" }, Known: { type: "string", enum: ["a"] } } },
  };
  const statements = compileSchema(contract, schema, constants);
  return [...constants, statements].join("\n");
};
const property = (schema: object): Schema => ({
  type: "object",
  properties: { x: schema },
});

describe("compileSchema", () => {
  test("follows a reference", () => {
    expect(compile(property({ $ref: "#/components/schemas/X" }))).toContain(
      'typeof v0 !== "boolean"',
    );
  });

  test("resolves a reference in an open enum", () => {
    const known = { $ref: "#/components/schemas/Known" };
    const code = compile(property({ anyOf: [known, { type: "string" }] }));
    expect(code).toContain('typeof v0 !== "string"');
    expect(code).toContain('onDrift && v0 !== "a"');
  });

  test("reports an unmet expectation with the message from the contract", () => {
    const code = compile({
      ...property({ type: "string" }),
      "x-expectations": [{ id: "x", says: 'x is "1".', property: "x", matches: "1" }],
    });
    expect(code).toContain('kind: "expectation"');
    expect(code).toContain(JSON.stringify('x is "1".'));
  });

  test("escapes property names in JSON Pointers and in code", () => {
    const code = compile({ type: "object", properties: { "a/b~c`${d}": { type: "string" } } });
    expect(code).toContain("`/a~1b~0c\\`\\${d}`");
    expect(code).toContain('body["a/b~c`${d}"]');
  });

  test("defines only one constant for a pattern that is used several times", () => {
    const at = { type: "string", pattern: "^[0-9]+$" };
    const code = compile({ type: "object", properties: { a: at, b: at } });
    expect(code.match(/\/\^\[0-9\]\+\$\/u/g)).toHaveLength(1);
  });

  test("can generate code that returns false at the first violation and collects no findings", () => {
    const open: Schema = {
      type: "string",
      anyOf: [{ type: "string", enum: ["a"] }, { type: "string" }],
    };
    const schema: Schema = { type: "object", required: ["a"], properties: { a: open, b: open } };
    const code = compileSchema({}, schema, [], firstViolation);
    expect(code).toContain("if (!isObject(body)) return false;");
    expect(code).toContain("if (v1 !== undefined && v1 !== null)");
    expect(code).not.toMatch(/found|onDrift/);
  });

  // If the compiler ignored a keyword, the validator wouldn't enforce the corresponding rule in the contract.
  test.each([
    { type: "string", maxLength: 3 },
    { type: "string", enum: ["a"] },
    { type: "string", anyOf: [{ type: "string", enum: ["a"] }] },
    {
      type: "string",
      anyOf: [
        { type: "string", enum: ["a"] },
        { type: "string", pattern: "b" },
      ],
    },
    { type: "integer", multipleOf: 2 },
    { type: "object", additionalProperties: false },
    { anyOf: [{ $ref: "#/components/schemas/Known" }, { type: "integer" }] },
    { type: "number" },
    { description: "any" },
  ])("rejects %j and includes the schema's JSON Pointer in the error", (schema) => {
    expect(() => compile(property(schema))).toThrow(/^\/x: .* supported/);
  });
});
