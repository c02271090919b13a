// Tests that the client's validator, `verify`, and Ajv find the same violations.
import { createRequire } from "node:module";

import { describe, expect, test } from "@jest/globals";
import { follow, isObject, type JsonObject, openEnumOf } from "@vpcep/contract-reader";
import { validate } from "@vpcep/client/validate";
import { startMock } from "@vpcep/mock";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";

import { driftIn } from "../src/check-schema.js";
import { openContract } from "../src/contract.js";
import { severities } from "../src/finding.js";
import { createJudge } from "../src/judge.js";

const runs = (few: number, many: number): number =>
  process.env["REHEARSAL"] === undefined ? few : many;

const contract = openContract();
const { document } = contract;
const judge = createJudge(contract);
const headers = {
  "content-type": "application/json",
  "x-request-id": "4e6f1b0c2d8a4f7e9b3c5d6a7e8f9012",
};
const findingsOf = (status: number, body: unknown) =>
  judge({ status, headers, body: Buffer.from(JSON.stringify(body)) }).findings;
const violationsOf = (status: number, body: unknown) =>
  findingsOf(status, body).filter(({ rule }) => severities[rule] === "violation");

const [serviceSchema = {}] =
  contract.details.responses.get(200)?.content.get("application/json") ?? [];

/** Generates valid bodies for a schema, with undocumented values, unknown fields, and absent optional fields. */
function bodies(reference: unknown): fc.Arbitrary<unknown> {
  const schema = follow(document, reference) as JsonObject;
  const { type, anyOf, properties, required, items, pattern, minimum, maximum } = schema;
  const documented = openEnumOf(document, schema);
  if (documented !== undefined)
    return fc.oneof(fc.constantFrom(...documented.values.map(({ value }) => value)), fc.string());
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map(bodies));
  switch (type) {
    case "object": {
      const known = isObject(properties) ? properties : {};
      const unknownName = fc.string().filter((name) => !Object.hasOwn(known, name));
      return fc
        .tuple(
          fc.dictionary(unknownName, fc.jsonValue(), { maxKeys: 2 }),
          fc.record(
            Object.fromEntries(Object.entries(known).map(([key, child]) => [key, bodies(child)])),
            { requiredKeys: Array.isArray(required) ? required.map(String) : [] },
          ),
        )
        .map(([unknown, object]) => ({ ...unknown, ...object }));
    }
    case "array":
      return fc.array(bodies(items), { maxLength: 4 });
    case "integer":
      return fc.integer({ min: Number(minimum ?? -1000), max: Number(maximum ?? 1000) });
    case "boolean":
      return fc.boolean();
    case "string":
      return typeof pattern === "string" ? fc.stringMatching(new RegExp(pattern)) : fc.string();
    default:
      return fc.jsonValue();
  }
}

/** Generates a valid body, and then replaces or removes one of the values. */
const nearlyValid = fc
  .tuple(bodies(serviceSchema), fc.jsonValue(), fc.nat(), fc.boolean())
  .map(([body, value, place, removes]) => replaceSome(body, value, place, removes));

function replaceSome(body: unknown, value: unknown, place: number, removes: boolean): unknown {
  const copy = JSON.parse(JSON.stringify(body)) as JsonObject;
  const holders: [JsonObject, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      holders.push([node as JsonObject, key]);
      walk(child);
    }
  };
  walk(copy);
  const [holder, key] = holders[place % holders.length] ?? [copy, "id"];
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy
  if (removes && !Array.isArray(holder)) delete holder[key];
  else holder[key] = value as never;
  return copy;
}

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const isValid = ajv.compile(
  createRequire(import.meta.url)("@vpcep/openapi/schemas/VpcEndpointService.json") as object,
);

/** Removes optional fields that are null. */
const withoutNulls = (body: unknown): unknown => {
  const { value } = driftIn(document, serviceSchema, body);
  if (!isObject(value)) return value;
  const parts = Object.entries(value).map(([key, child]) => {
    const { properties } = follow(document, serviceSchema);
    const property = isObject(properties) ? follow(document, properties[key]) : undefined;
    const items = isObject(property) ? property["items"] : undefined;
    return [
      key,
      Array.isArray(child) && items !== undefined
        ? child.map((item: unknown) => driftIn(document, items, item).value)
        : child,
    ];
  });
  return Object.fromEntries(parts) as unknown;
};

test("finds no violations in valid service bodies", () => {
  fc.assert(
    fc.property(bodies(serviceSchema), (body) => {
      expect(violationsOf(200, body)).toEqual([]);
    }),
    { numRuns: runs(500, 20_000) },
  );
});

test("Ajv, the client's validator, and `verify` agree on whether a body with a replaced or removed value is valid", () => {
  let broken = 0;
  fc.assert(
    fc.property(nearlyValid, (body) => {
      const valid = isValid(withoutNulls(body));
      if (!valid) broken++;
      expect(validate(body).length === 0).toBe(valid);
      expect(violationsOf(200, body).length === 0).toBe(valid);
    }),
    { numRuns: runs(1_000, 50_000) },
  );
  expect(broken).toBeGreaterThan(100);
});

test("for a 200 response, `verify` and the client report the same messages in the same order", () => {
  fc.assert(
    fc.property(nearlyValid, (body) => {
      const expectations: string[] = [];
      const violations = validate(body, (drift) => {
        if (drift.kind === "expectation")
          expectations.push(`${drift.pointer} ${drift.message ?? ""}`);
      });
      const found = findingsOf(200, body);
      const words = (rules: readonly string[]) =>
        found
          .filter(({ rule }) => rules.includes(rule))
          .map(({ pointer, message }) => `${pointer.slice("/body".length)} ${message}`);
      expect(words(["missing-field", "wrong-value"])).toEqual(
        violations.map(({ pointer, message }) => `${pointer} ${message}`),
      );
      expect(words(["unmet-expectation"])).toEqual(expectations);
    }),
    { numRuns: runs(300, 10_000) },
  );
});

describe("valid error bodies have no violations", () => {
  test.each([...contract.details.responses.keys()].filter((status) => status !== 200))(
    "%d",
    (status) => {
      const alternatives =
        contract.details.responses.get(status)?.content.get("application/json") ?? [];
      fc.assert(
        fc.property(fc.oneof(...alternatives.map(bodies)), (body) => {
          expect(violationsOf(status, body)).toEqual([]);
        }),
        { numRuns: runs(50, 1_000) },
      );
    },
  );
});

test("reports null in optional fields as drift", () => {
  const { properties, required } = follow(document, serviceSchema);
  const optional = Object.keys(isObject(properties) ? properties : {}).filter(
    (name) => !(required as string[]).includes(name),
  );
  expect(optional.length).toBeGreaterThan(0);
  fc.assert(
    fc.property(bodies(serviceSchema), fc.constantFrom(...optional), (body, name) => {
      expect(violationsOf(200, { ...(body as object), [name]: null })).toEqual([]);
    }),
    { numRuns: runs(100, 2_000) },
  );
});

test("reports no findings for the mock's generated bodies or for its examples of service states", async () => {
  const mock = await startMock({ credentials: false, seed: 42 });
  try {
    for (let index = 0; index < runs(100, 2_000); index++) {
      const response = await fetch(`${mock.url}/v1/p/vpc-endpoint-services/s`, {
        headers: { prefer: "dynamic=true" },
      });
      expect(findingsOf(200, await response.json())).toEqual([]);
    }
    for (const state of ["creating", "available", "failed", "deleting"] as const) {
      mock.queue(state);
      const response = await fetch(`${mock.url}/v1/p/vpc-endpoint-services/s`);
      expect(findingsOf(200, await response.json())).toEqual([]);
    }
  } finally {
    await mock.close();
  }
});
