import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";
import { parse } from "yaml";

import { readBundle } from "./read-bundle.js";
import { resolvePointer } from "./resolve-pointer.js";

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = await readBundle();

function references(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === "$ref" && typeof value === "string" ? [value] : references(value),
  );
}

test("the YAML and the JSON bundle say the same", async () => {
  expect(parse(await readFile(join(folder, "dist/openapi.yaml"), "utf8"))).toEqual(bundle);
});

test("every reference of the bundle leads to a place inside it", () => {
  const found = references(bundle);
  expect(found.length).toBeGreaterThan(50);
  expect(
    found.filter(
      (ref) => !ref.startsWith("#/") || resolvePointer(bundle, ref.slice(1)) === undefined,
    ),
  ).toEqual([]);
});

test("the bundle is OpenAPI 3.1 and carries the version of the package", async () => {
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
    version: string;
  };
  expect(bundle["openapi"]).toMatch(/^3\.1\.\d+$/);
  expect(resolvePointer(bundle, "/info/version")).toBe(manifest.version);
});

test("there is one operation, with two path parameters, no query and no body", () => {
  const paths = bundle["paths"] as Record<string, Record<string, Record<string, unknown>>>;
  expect(Object.keys(paths)).toEqual([
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
  ]);
  const [item] = Object.values(paths);
  expect(Object.keys(item ?? {})).toEqual(["get"]);
  expect(item?.["get"]?.["operationId"]).toBe("getVpcEndpointService");
  expect(item?.["get"]).not.toHaveProperty("requestBody");
});
