import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { readContract } from "../src/contract.js";
import { createJudge } from "../src/create-judge.js";
import { severities } from "../src/finding.js";
import type { JsonSchema } from "../src/json-schema.js";

const contract = readContract();
const judge = createJudge(contract);
const headers = {
  "content-type": "application/json",
  "x-request-id": "4e6f1b0c2d8a4f7e9b3c5d6a7e8f9012",
};

type Schema = JsonSchema & { minimum?: number; maximum?: number };

/** Bodies that are valid by a schema: every value of open enums, unknown fields, absent optional ones. */
function bodies(reference: JsonSchema): fc.Arbitrary<unknown> {
  const schema = contract.resolve(reference) as Schema;
  if (schema.anyOf !== undefined && schema.type === undefined)
    return fc.oneof(...schema.anyOf.map(bodies));
  switch (schema.type) {
    case "object": {
      const { properties = {}, required = [] } = schema;
      const known = fc.record(
        Object.fromEntries(Object.entries(properties).map(([key, child]) => [key, bodies(child)])),
        { requiredKeys: required },
      );
      // An absent optional field must not come back as an unknown one with any value.
      const unknownName = fc.string().filter((name) => !Object.hasOwn(properties, name));
      return fc
        .tuple(fc.dictionary(unknownName, fc.jsonValue(), { maxKeys: 2 }), known)
        .map(([unknown, object]) => ({ ...unknown, ...object }));
    }
    case "array":
      return fc.array(bodies(schema.items ?? {}), { maxLength: 4 });
    case "integer":
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 });
    case "boolean":
      return fc.boolean();
    case "string": {
      if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern));
      return schema.enum === undefined ? fc.string() : fc.constantFrom(...schema.enum);
    }
    default:
      return fc.jsonValue();
  }
}

const violations = (status: number, body: unknown): string[] =>
  judge({ status, headers, body: Buffer.from(JSON.stringify(body)) })
    .filter(({ rule }) => severities[rule] === "violation")
    .map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`);

test("5,000 valid bodies of a service pass, none is called a violation", () => {
  const [schema] = contract.responses.get(200)?.content["application/json"] ?? [];
  fc.assert(
    fc.property(bodies(schema ?? {}), (body) => {
      expect(violations(200, body)).toEqual([]);
    }),
    { numRuns: 5_000 },
  );
});

test.each([...contract.responses.keys()].filter((status) => status !== 200))(
  "200 valid bodies of a failure with status %d pass",
  (status) => {
    const alternatives = contract.responses.get(status)?.content["application/json"] ?? [];
    fc.assert(
      fc.property(fc.oneof(...alternatives.map(bodies)), (body) => {
        expect(violations(status, body)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  },
);

test("optional fields that are null are drift, not a violation", () => {
  const [schema] = contract.responses.get(200)?.content["application/json"] ?? [];
  const { properties = {}, required = [] } = contract.resolve(schema ?? {});
  const optional = Object.keys(properties).filter((name) => !required.includes(name));
  expect(optional.length).toBeGreaterThan(0);
  fc.assert(
    fc.property(bodies(schema ?? {}), fc.constantFrom(...optional), (body, name) => {
      expect(violations(200, { ...(body as object), [name]: null })).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
