import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";
import { examplesOf, getAt, operationsOf, type JsonObject } from "@vpcep/contract-reader";
import { runTool } from "@vpcep/run-tool";
import { Ajv } from "ajv";
import { parse } from "yaml";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const read = (name: string): Promise<string> => readFile(join(root, "openapi/dist", name), "utf8");
const edition = JSON.parse(await read("openapi-3.0.json")) as JsonObject;
const contract = JSON.parse(await read("openapi.json")) as JsonObject;

test("the YAML and JSON files of the 3.0 edition have the same content", async () => {
  expect(edition["openapi"]).toMatch(/^3\.0\.\d+$/);
  expect(parse(await read("openapi-3.0.yaml"))).toEqual(edition);
});

test("the 3.0 edition has all of the contract's operations, responses, and examples", () => {
  const places = (of: JsonObject): unknown[] =>
    operationsOf(of).map(({ method, path, operationId, responses, security }) => [
      method,
      path,
      operationId,
      [...responses.keys()],
      security,
    ]);
  expect(places(edition)).toEqual(places(contract));
  expect(examplesOf(edition)).toEqual(examplesOf(contract));
});

test("the 3.0 schemas use only 3.0 keywords and accept every example", () => {
  const text = JSON.stringify(edition["components"]);
  expect(text).not.toMatch(/"(\$defs|const|prefixItems|unevaluatedProperties|if)":/);
  expect(text).not.toMatch(/"type":\[/);
  const ajv = new Ajv({ strict: false, formats: { int32: true } });
  ajv.addSchema(edition, "edition");
  const judged = operationsOf(edition).flatMap(({ operationId, responses }) =>
    examplesOf(edition)
      .filter((example) => example.operationId === operationId)
      .map(({ name, status, mediaType, value }) => {
        const schema = getAt(responses.get(status), ["content", mediaType, "schema"]);
        const text = JSON.stringify(schema).replaceAll('"#/', '"edition#/');
        const validate = ajv.compile(JSON.parse(text) as object);
        return [name, validate(value), validate.errors];
      }),
  );
  expect(judged.length).toBeGreaterThan(15);
  expect(judged.filter(([, valid]) => valid !== true)).toEqual([]);
});

test("the review finds only wording changes between the 3.1 and 3.0 editions", async () => {
  const [base, head] = ["openapi/dist/openapi.yaml", "openapi/dist/openapi-3.0.yaml"];
  const { stdout, stderr } = await runTool(
    "tsx",
    ["packages/review/src/cli.ts", "--base", base, "--head", head, "--quick", "--format", "json"],
    root,
  );
  if (stdout === "") throw new Error(stderr);
  const { changes } = JSON.parse(stdout) as { changes: { level: string; text: string }[] };
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.filter(({ level }) => level !== "patch")).toEqual([]);
}, 60_000);
