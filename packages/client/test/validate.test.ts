import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { describe, expect, test } from "@jest/globals";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import fc from "fast-check";

import { InvalidResponseError } from "../src/index.js";
import { type Drift, isVpcEndpointService, validate } from "../src/validate.js";
import { json, rejection, stubClient } from "./stub-client.js";

interface Bundle {
  components: {
    schemas: Record<string, object>;
    examples: Record<string, { value: Record<string, unknown> }>;
  };
}
const bundle = createRequire(import.meta.url)("@vpcep/openapi") as Bundle;
const examples = Object.entries(bundle.components.examples).filter(
  ([name, { value }]) => name.startsWith("vpc-endpoint-service-") && "service_name" in value,
);
const printed = bundle.components.examples["vpc-endpoint-service-printed"]?.value ?? {};
const failed = bundle.components.examples["vpc-endpoint-service-failed"]?.value ?? {};

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
const ajvValidate = ajv.compile({
  $ref: "#/components/schemas/VpcEndpointService",
  components: bundle.components,
});
/** Converts an Ajv error to a JSON Pointer. For a missing field, the pointer ends with the field name. */
const pointerOf = ({ instancePath, keyword, params }: ErrorObject): string =>
  keyword === "required" ? `${instancePath}/${String(params["missingProperty"])}` : instancePath;

const driftOf = (body: unknown): Drift[] => {
  const drift: Drift[] = [];
  validate(body, (found) => drift.push(found));
  return drift;
};

describe("violations", () => {
  test.each(examples)("the contract's example %s is valid", (_, { value }) => {
    expect(validate(value)).toEqual([]);
    expect(isVpcEndpointService(value)).toBe(true);
    expect(driftOf(value)).toEqual([]);
  });

  test("reports all violations with JSON Pointers", () => {
    const body = {
      ...printed,
      id: undefined,
      status: 7,
      approval_enabled: "yes",
      created_at: "30.01.2018",
      ports: [{ client_port: 0, server_port: 65_536, protocol: 6 }, "80:80", { client_port: 1.5 }],
      tags: {},
    };
    expect(validate(body)).toEqual([
      { pointer: "/id", message: "is missing" },
      { pointer: "/approval_enabled", message: "must be a boolean" },
      { pointer: "/status", message: "must be a string" },
      { pointer: "/created_at", message: "must match the pattern in the contract" },
      { pointer: "/ports/0/client_port", message: "must be at least 1" },
      { pointer: "/ports/0/server_port", message: "must be at most 65535" },
      { pointer: "/ports/0/protocol", message: "must be a string" },
      { pointer: "/ports/1", message: "must be an object" },
      { pointer: "/ports/2/client_port", message: "must be an integer" },
      { pointer: "/ports/2/server_port", message: "is missing" },
      { pointer: "/tags", message: "must be an array" },
    ]);
  });

  test.each([undefined, null, 7, "text", true, [], [printed]])(
    "rejects %j because it is not an object",
    (body) => {
      expect(validate(body)).toEqual([{ pointer: "", message: "must be an object" }]);
      expect(isVpcEndpointService(body)).toBe(false);
    },
  );

  test.each<[string, object, boolean]>([
    ["the lowest and the highest port", { ports: [{ client_port: 1, server_port: 65_535 }] }, true],
    ["a port that is too small", { ports: [{ client_port: 0, server_port: 1 }] }, false],
    ["a port that is too large", { ports: [{ client_port: 1, server_port: 65_536 }] }, false],
    ["a fractional port", { ports: [{ client_port: 1.5, server_port: 1 }] }, false],
    ["a missing backend port", { ports: [{ client_port: 1 }] }, false],
    ["missing ports", { ports: undefined }, false],
    ["a tag key that is a number", { tags: [{ key: 7 }] }, false],
    ["an invalid time", { created_at: "yesterday" }, false],
    ["an invalid optional time", { updated_at: "yesterday" }, false],
    ["a boolean as a string", { approval_enabled: "true" }, false],
  ])("validate and isVpcEndpointService agree on %s", (_, change, valid) => {
    expect(validate({ ...printed, ...change }).length).toBe(valid ? 0 : 1);
    expect(isVpcEndpointService({ ...printed, ...change })).toBe(valid);
  });

  test("finds the same violations as Ajv in mutated examples", () => {
    const names = [...new Set(examples.flatMap(([, { value }]) => Object.keys(value))), "unknown"];
    const value = fc.oneof(
      fc.constantFrom<unknown>(
        "2018-01-30T07:42:01",
        "VM",
        "new",
        0,
        1,
        65_535,
        65_536,
        1.5,
        true,
        {},
        [],
      ),
      fc.array(
        fc.dictionary(
          fc.constantFrom(
            "client_port",
            "server_port",
            "protocol",
            "key",
            "value",
            "error_code",
            "error_message",
          ),
          fc.constantFrom<unknown>("TCP", "x", 0, 1, 65_535, 65_536, 2.5, false, [], {}),
        ),
        { maxLength: 3 },
      ),
      fc.jsonValue().filter((generated) => !JSON.stringify(generated).includes("null")),
    );
    const change = fc.tuple(fc.constantFrom(...names), fc.option(value, { nil: undefined }));
    const body = fc
      .tuple(fc.constantFrom(printed, failed), fc.array(change, { maxLength: 4 }))
      .map(
        ([example, changes]): unknown =>
          JSON.parse(JSON.stringify({ ...example, ...Object.fromEntries(changes) })) as unknown,
      );
    fc.assert(
      fc.property(body, (generated) => {
        ajvValidate(generated);
        const theirs = [...new Set((ajvValidate.errors ?? []).map(pointerOf))].sort();
        const ours = validate(generated)
          .map(({ pointer }) => pointer)
          .sort();
        if (ours.join() !== theirs.join()) expect(ours).toEqual(theirs);
        if (isVpcEndpointService(generated) !== (ours.length === 0))
          expect(generated).toBe("a value on which isVpcEndpointService and validate agree");
      }),
      { numRuns: process.env["REHEARSAL"] ? 10_000 : 500 },
    );
  });
});

describe("drift", () => {
  test("reports undocumented fields, undocumented values, and nulls with their JSON Pointers", () => {
    const body = {
      ...printed,
      description: "since 2023",
      "a/b~c": 1,
      server_type: "BMS",
      tcp_proxy: "proxy_vni",
      updated_at: null,
      ports: [{ client_port: 1, server_port: 2, protocol: "SCTP", name: "x" }],
    };
    expect(validate(body)).toEqual([]);
    expect(isVpcEndpointService(body)).toBe(true);
    expect(driftOf(body)).toEqual([
      { pointer: "/server_type", kind: "value", value: "BMS" },
      { pointer: "/updated_at", kind: "null", value: null },
      { pointer: "/ports/0/protocol", kind: "value", value: "SCTP" },
      { pointer: "/ports/0/name", kind: "field", value: "x" },
      { pointer: "/tcp_proxy", kind: "value", value: "proxy_vni" },
      { pointer: "/description", kind: "field", value: "since 2023" },
      { pointer: "/a~1b~0c", kind: "field", value: 1 },
    ]);
  });

  test("reports contradictory fields with the rule from the contract", () => {
    const port = { client_port: 1, server_port: 2 };
    const body = {
      ...printed,
      vip_port_id: "1f6a3c52-0d4e-4b8a-9c7e-2b5d8e914f60",
      error: [{ error_code: "EndPoint.0001" }],
      created_at: "2018-02-30T07:42:01Z",
      updated_at: "2018-02-28T07:42:01+01:00",
      ports: [port, { ...port, protocol: "TCP" }, port],
    };
    expect(validate(body)).toEqual([]);
    expect(driftOf(body)).toEqual([
      {
        pointer: "/vip_port_id",
        kind: "expectation",
        value: body.vip_port_id,
        message: "`vip_port_id` is present only when `server_type` is `VIP`.",
      },
      {
        pointer: "/error",
        kind: "expectation",
        value: body.error,
        message: "`error` is present only when `status` is `failed`.",
      },
      {
        pointer: "/created_at",
        kind: "expectation",
        value: body.created_at,
        message: "The date in `created_at` is a valid calendar date.",
      },
      {
        pointer: "/updated_at",
        kind: "expectation",
        value: body.updated_at,
        message: "`updated_at` ends in `Z` or in fractional seconds without a time zone.",
      },
      {
        pointer: "/ports/2",
        kind: "expectation",
        value: port,
        message: "No two mappings in `ports` are the same.",
      },
    ]);
    const empty = { ...printed, vip_port_id: "", error: [], updated_at: null };
    expect(driftOf(empty)).toEqual([{ pointer: "/updated_at", kind: "null", value: null }]);
    expect(driftOf({ ...body, id: 7 })).toEqual([]);
  });

  test("null in a required field is a violation", () => {
    expect(validate({ ...printed, vpc_id: null, ports: [null] })).toEqual([
      { pointer: "/vpc_id", message: "must be a string" },
      { pointer: "/ports/0", message: "must be an object" },
    ]);
  });
});

describe("in a client", () => {
  test("a client throws an InvalidResponseError if a body violates the contract", async () => {
    const { vpcep } = stubClient(
      [json(200, { ...printed, id: 7, ports: [{ client_port: "80", server_port: 80 }] })],
      {
        validate,
      },
    );
    const error = await rejection(vpcep.getVpcEndpointService("s"));
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({
      status: 200,
      violations: [
        { pointer: "/id", message: "must be a string" },
        { pointer: "/ports/0/client_port", message: "must be an integer" },
      ],
      message: expect.stringMatching(
        /^The body violates the contract: \/id must be a string, \/ports\/0\/client_port must be an integer \(GET /,
      ) as unknown,
    });
  });

  test("a client reports drift to onDrift and does not change the data", async () => {
    const drift: Drift[] = [];
    const body = { ...printed, server_type: "BMS", updated_at: null };
    const { vpcep } = stubClient([json(200, body)], {
      validate,
      onDrift: (found) => drift.push(found),
    });
    expect(await vpcep.getVpcEndpointService("s")).toEqual(body);
    expect(drift.map(({ pointer }) => pointer)).toEqual(["/server_type", "/updated_at"]);
  });
});

test("the built validator has no dependencies and does not generate code", async () => {
  const code = await readFile(new URL("../dist/validate.js", import.meta.url), "utf8");
  expect(code).toContain("export {");
  expect(code).not.toMatch(/\bfrom "|\beval\(|new Function|require\(|import\(/);
});
