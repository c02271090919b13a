import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";
import { getAt, operationsOf, readContract } from "@vpcep/contract-reader";
import { parse } from "yaml";

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = readContract();

function references(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === "$ref" && typeof value === "string" ? [value] : references(value),
  );
}

test("the YAML bundle and the JSON bundle have the same content", async () => {
  expect(parse(await readFile(join(folder, "dist/openapi.yaml"), "utf8"))).toEqual(bundle);
});

test("all references in the bundle point to locations in the bundle", () => {
  const found = references(bundle);
  expect(found.length).toBeGreaterThan(50);
  expect(
    found.filter((ref) => !ref.startsWith("#/") || getAt(bundle, ref.slice(1)) === undefined),
  ).toEqual([]);
});

test("the bundle uses OpenAPI 3.1 and has the package version", async () => {
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
    version: string;
  };
  expect(bundle["openapi"]).toMatch(/^3\.1\.\d+$/);
  expect(getAt(bundle, "/info/version")).toBe(manifest.version);
});

test("the operation is a GET request with two path parameters, no query parameters, and no body", () => {
  const details = operationsOf(bundle).find(
    ({ operationId }) => operationId === "getVpcEndpointService",
  );
  expect([details?.method, details?.path]).toEqual([
    "get",
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
  ]);
  expect(details?.parameters.map((parameter) => [parameter["in"], parameter["name"]])).toEqual([
    ["path", "project_id"],
    ["path", "vpc_endpoint_service_id"],
  ]);
  expect(details?.operation).not.toHaveProperty("requestBody");
});
