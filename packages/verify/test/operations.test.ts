// Tests that, in a contract with two operations, each response is checked against the schema for its own operation.
import { expect, test } from "@jest/globals";
import { type JsonObject, operationsOf, readContract } from "@vpcep/contract-reader";

import { openContract } from "../src/contract.js";
import { createJudge } from "../src/judge.js";

const document = readContract();
const details = operationsOf(document).find(
  ({ operationId }) => operationId === "getVpcEndpointService",
);
if (details === undefined) throw new Error("The contract has no operation.");
const list = details.path.replace(/\/[^/]+$/, "");
const service = details.responses.get("200")?.["content"] as { "application/json": JsonObject };

const page: JsonObject = {
  type: "object",
  required: ["endpoint_services"],
  properties: {
    endpoint_services: { type: "array", items: service["application/json"]["schema"] ?? {} },
    total_count: { type: "integer" },
  },
};
const contract = openContract({
  ...document,
  paths: {
    [list]: {
      get: {
        operationId: "listVpcEndpointServices",
        responses: {
          ...(details.operation["responses"] as JsonObject),
          200: { description: "A page.", content: { "application/json": { schema: page } } },
        },
      },
    },
    [details.path]: { get: details.operation },
  },
});
const judge = createJudge(contract);
const base = "https://proxy.example/cloud/v1/p/vpc-endpoint-services";
const headers = { "content-type": "application/json", "x-request-id": "0".repeat(32) };

const checked = (url: string, body: unknown, status = 200) => {
  const found = contract.find(url);
  if (found === undefined || found === "sibling") throw new Error(`No operation for ${url}.`);
  const response = { status, headers, body: Buffer.from(JSON.stringify(body)), ...found };
  return judge(response).findings.map(({ rule, pointer }) => `${rule} ${pointer}`);
};

test("finds operations by ID and path, regardless of their order", () => {
  expect(contract.details.path).toBe(details.path);
  expect(contract.find(`${base}/s?x=1`)).toMatchObject({ requestedId: "s" });
  expect(contract.find(`${base}?limit=1`)).toMatchObject({ operation: { path: list } });
  expect(contract.find(`${base}/public`)).toBe("sibling");
  expect(contract.find(`${base}/s/connections`)).toBeUndefined();
});

test.each([
  [{ endpoint_services: [] }, []],
  [{ total_count: 1 }, ["missing-field /body/endpoint_services"]],
  [{ endpoint_services: [], total_count: "1" }, ["wrong-value /body/total_count"]],
  [{ endpoint_services: [], total_count: null }, ["null-field /body/total_count"]],
  [{ endpoint_services: [], next: 1 }, ["undocumented-field /body/next"]],
])("checks the list response %j against its own schema", (body, findings) => {
  expect(checked(`${base}?limit=1`, body)).toEqual(findings);
});

test("reports undocumented fields and values in list items as drift", () => {
  const findings = checked(base, { endpoint_services: [{ status: "asleep", extra: true }] });
  expect(findings).toContain("undocumented-value /body/endpoint_services/0/status");
  expect(findings).toContain("undocumented-field /body/endpoint_services/0/extra");
  expect(findings).toContain("missing-field /body/endpoint_services/0/id");
});

test("applies expectations to each list item", () => {
  const failed = { status: "failed", error: [{ error_code: "EndPoint.0001", error_message: "m" }] };
  const items = [
    failed,
    { ...failed, status: "available" },
    { created_at: "2026-02-30T00:00:00Z" },
  ];
  const findings = checked(base, { endpoint_services: items });
  expect(findings.filter((finding) => finding.startsWith("unmet-expectation"))).toEqual([
    "unmet-expectation /body/endpoint_services/1/error",
    "unmet-expectation /body/endpoint_services/2/created_at",
  ]);
});

test("rejects a list response for a single service", () => {
  expect(checked(`${base}/s`, { endpoint_services: [] })).toContain("missing-field /body/id");
});
