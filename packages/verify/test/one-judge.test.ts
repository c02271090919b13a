// The client's validator, verify, and Ajv on the raw schema say the same about a body, in the same words where the
// contract has words. One exception is intended: an optional field that is null is drift, because readers treat it as
// absent, while the schema has no null; so Ajv gets the body without these.
import { describe, expect, test } from "@jest/globals";
import { validate, type Drift } from "@vpcep/client/validate";
import {
  examplesOf,
  isObject,
  readContract,
  type Json,
  type JsonObject,
} from "@vpcep/contract-reader";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";

import { readContract as readForVerify } from "../src/contract.js";
import { createJudge } from "../src/create-judge.js";
import { severities, type Rule } from "../src/finding.js";

const description = readContract();
const judge = createJudge(readForVerify());
const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { int32: true } });
ajv.addSchema(description, "contract");
const conforms = ajv.compile({ $ref: "contract#/components/schemas/VpcEndpointService" });

const examples = examplesOf(description).flatMap(({ status, value }) =>
  status === "200" && isObject(value) ? [value] : [],
);
const headers = {
  "content-type": "application/json",
  "x-request-id": "4e6f1b0c2d8a4f7e9b3c5d6a7e8f9012",
};

interface Opinion {
  /** Pointers of what the schema forbids. */
  violations: string[];
  /** What the schema allows and the contract does not list or expect. */
  drift: string[];
}

const sorted = (lines: Iterable<string>): string[] => [...new Set(lines)].sort();

const ruleOf = {
  value: "undocumented-value",
  field: "undocumented-field",
  null: "null-field",
  expectation: "unmet-expectation",
} as const satisfies Record<Drift["kind"], Rule>;

function clientSays(body: unknown): Opinion {
  const drift: string[] = [];
  const violations = validate(body, ({ kind, pointer, message }) =>
    drift.push(`${ruleOf[kind]} ${pointer} ${message ?? ""}`),
  );
  return { violations: sorted(violations.map(({ pointer }) => pointer)), drift: sorted(drift) };
}

function verifySays(body: unknown): Opinion {
  const opinion = { violations: [] as string[], drift: [] as string[] };
  const answer = { status: 200, headers, body: Buffer.from(JSON.stringify(body)) };
  for (const { rule, pointer, message } of judge(answer)) {
    const place = pointer.replace(/^\/body/, "");
    if (severities[rule] === "violation") opinion.violations.push(place);
    else opinion.drift.push(`${rule} ${place} ${rule === "unmet-expectation" ? message : ""}`);
  }
  return { violations: sorted(opinion.violations), drift: sorted(opinion.drift) };
}

function ajvSays(body: unknown): string[] {
  conforms(withoutOptionalNulls(body));
  return sorted(
    (conforms.errors ?? []).map(({ keyword, instancePath, params }) =>
      keyword === "required"
        ? `${instancePath}/${(params as { missingProperty: string }).missingProperty}`
        : instancePath,
    ),
  );
}

/** Nulls in documented optional fields, at any depth, taken out. */
function withoutOptionalNulls(body: unknown): unknown {
  const schemas = description["components"] as { schemas: Record<string, JsonObject> };
  function strip(value: unknown, name: string): unknown {
    if (!isObject(value)) return value;
    const { properties = {}, required = [] } = (schemas.schemas[name] ?? {}) as {
      properties?: Record<string, { items?: { $ref: string } }>;
      required?: string[];
    };
    const kept = Object.entries(value).filter(
      ([key, item]) => item !== null || !Object.hasOwn(properties, key) || required.includes(key),
    );
    return Object.fromEntries(
      kept.map(([key, item]) => {
        const items = Object.hasOwn(properties, key) ? properties[key]?.items : undefined;
        if (!Array.isArray(item) || items === undefined) return [key, item];
        const part = items.$ref.split("/").at(-1) ?? "";
        return [key, item.map((one) => strip(one, part))];
      }),
    );
  }
  return strip(body, "VpcEndpointService");
}

const names = sorted([...examples.flatMap(Object.keys), "description", "a/b~c", "update_at"]);
const scalar = fc.oneof(
  fc.constantFrom<Json>(
    ...[null, 0, 1, 65_535, 65_536, 1.5, true, "", "VM", "VIP", "failed", "TCP", "new"],
    ...["2018-01-30T07:42:01", "2018-02-30T07:42:01Z", "2024-02-29T07:42:01.5"],
    ...["2018-01-30T07:42:01+02:00", "0096-02-29T00:00:00Z", "2018-1-30T07:42:01Z"],
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const item = fc.record(
  {
    client_port: fc.constantFrom<Json>(1, 2, 65_535, 65_536, "1", null),
    server_port: fc.constantFrom<Json>(1, 2, 0, null),
    protocol: fc.constantFrom<Json>("TCP", "UDP", "SCTP", null, 6),
    key: fc.constantFrom<Json>("stage", "", null, 7),
    error_message: fc.constantFrom<Json>("no", null, false),
    label: fc.jsonValue({ maxDepth: 1 }),
  },
  { requiredKeys: ["client_port", "server_port"] },
);
const change = fc.tuple(
  fc.constantFrom(...names),
  fc.oneof(
    { weight: 3, arbitrary: scalar },
    { weight: 3, arbitrary: fc.array(fc.oneof(item, scalar), { maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  ),
);
const port = fc.record({ client_port: fc.constantFrom(1, 2), server_port: fc.constantFrom(1, 2) });
const time = fc.constantFrom(
  "2018-02-30T07:42:01Z",
  "2018-01-30T07:42:01",
  "2024-02-29T07:42:01.5",
);
/** Values that the schema allows, about which the contract has a rule. */
const allowed = fc.oneof(
  fc.tuple(fc.constantFrom("created_at", "updated_at"), time),
  fc.tuple(fc.constant("ports"), fc.array(port, { maxLength: 3 })),
  fc.tuple(fc.constant("server_type"), fc.constantFrom("VM", "VIP", "BMS")),
  fc.tuple(fc.constant("status"), fc.constantFrom("failed", "available", "frozen")),
  fc.tuple(fc.constant("vip_port_id"), fc.constantFrom("1f6a3c52", "")),
  fc.tuple(fc.constant("error"), fc.constantFrom([], [{ error_code: "EndPoint.0001" }])),
);
/** An example with up to four fields changed or left out. */
const bodies = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.oneof(fc.array(change, { maxLength: 4 }), fc.array(allowed, { maxLength: 4 })),
  )
  .map(
    ([example, changes]) =>
      JSON.parse(JSON.stringify({ ...example, ...Object.fromEntries(changes) })) as JsonObject,
  )
  // What looks like the body of a failure gets one finding of verify for the whole.
  .filter((body) => "id" in body || "service_name" in body);

const runs = process.env["REHEARSAL"] === undefined ? 1_000 : 10_000;

describe("client, verify and Ajv agree", () => {
  test("on every example: nothing to report", () => {
    expect(examples.length).toBeGreaterThan(5);
    for (const example of examples) {
      const nothing = { violations: [], drift: [] };
      expect([clientSays(example), verifySays(example), ajvSays(example)]).toEqual([
        nothing,
        nothing,
        [],
      ]);
    }
  });

  test(`on ${runs.toLocaleString("en")} bodies that differ from an example`, () => {
    const met = { valid: 0, invalid: 0, expectations: 0 };
    fc.assert(
      fc.property(bodies, (body) => {
        const client = clientSays(body);
        expect(verifySays(body)).toEqual(client);
        expect(client.violations).toEqual(ajvSays(body));
        met[client.violations.length === 0 ? "valid" : "invalid"] += 1;
        if (client.drift.some((line) => line.startsWith("unmet-expectation")))
          met.expectations += 1;
      }),
      { numRuns: runs },
    );
    // The generator reaches both sides, and the rules between fields.
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(runs / 20);
  }, 120_000);
});
