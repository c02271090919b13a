import { createRequire } from "node:module";

import { expect, test } from "@jest/globals";
import { examplesOf, readContract } from "@vpcep/contract-reader";
import { errorBody, examples, service } from "@vpcep/mock/fixtures";
import fc from "fast-check";

import { wrongWith } from "./contract-checker.js";

const headers = (type = "application/json") =>
  new Headers({ "content-type": type, "x-request-id": "4e6f1b0c2d8a4f7e9b3c5d6a7e8f9012" });
const problem = (status: number, body: unknown) => wrongWith({ status, headers: headers(), body });

test("exports all named examples in the contract", () => {
  const contract = examplesOf(readContract()).map(({ name, value }) => [name, value] as const);
  expect(examples).toEqual(Object.fromEntries(contract));
});

test("adds an error only to failed services", () => {
  expect(service({ status: "failed" }).error).toHaveLength(1);
  expect(service()).not.toHaveProperty("error");
  expect(service({ error: [{ error_code: "EndPoint.0001" }] }).status).toBe("failed");
});

test("adds a vip_port_id only to services with a virtual IP address", () => {
  expect(service({ server_type: "VIP" }).vip_port_id).toEqual(expect.any(String));
  expect(service({ server_type: "VM" })).not.toHaveProperty("vip_port_id");
  expect(service({ vip_port_id: "1f6a3c52-0d4e-4b8a-9c7e-2b5d8e914f60" }).server_type).toBe("VIP");
});

test("omits an optional field that is undefined", () => {
  expect(service({ pool_id: undefined })).not.toHaveProperty("pool_id");
});

test("returns a new body for each call", () => {
  const first = service();
  first.ports.length = 0;
  expect(service().ports).not.toHaveLength(0);
  expect(errorBody("error-throttled")).not.toBe(errorBody("error-throttled"));
});

test("returns valid bodies for any combination of fields", () => {
  const fields = fc.record(
    {
      id: fc.uuid(),
      status: fc.constantFrom("creating", "available", "failed", "deleting", "frozen"),
      server_type: fc.constantFrom("VM", "VIP", "LB", "BMS"),
      service_type: fc.constantFrom("gateway", "interface"),
      created_at: fc.constantFrom("2026-11-25T10:00:00Z", "2018-01-30T07:42:01.174"),
      approval_enabled: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fields, (chosen) => {
      const body = service(chosen);
      expect(problem(200, body)).toBeUndefined();
      expect(body).toMatchObject(chosen);
      expect(body.error === undefined).toBe(body.status !== "failed");
      expect(body.vip_port_id === undefined).toBe(body.server_type !== "VIP");
      expect((body.updated_at ?? "9") >= body.created_at).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("errorBody accepts a name or a status", () => {
  expect(errorBody("error-throttled").error_code).toBe("EndPoint.0022");
  expect(errorBody("error-iam-unauthorized").error.code).toBe(401);
  expect(errorBody("error-throttled", { error_msg: "slow" })).toMatchObject({ error_msg: "slow" });
  for (let status = 400; status < 600; status++)
    expect(problem(status, errorBody(status))).toBeUndefined();
});

test.each(["error-proxy-page", "nonsense", 200, 700])(
  "throws an error if there is no error body for %j",
  (from) => {
    expect(() => errorBody(from as 404)).toThrow(/Use a status from 400 to 599, or one of error-/);
  },
);

test("works in CommonJS", () => {
  const required = createRequire(import.meta.url)("@vpcep/mock/fixtures") as {
    service: typeof service;
  };
  expect(required.service({ status: "failed" })).toEqual(service({ status: "failed" }));
});
