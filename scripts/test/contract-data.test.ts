import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import {
  isContractData,
  placeContractData,
  readContractData,
  unsafeData,
} from "../pull-request/contract-data.js";

let repository: string;

async function git(...args: string[]): Promise<string> {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
  return (await promisify(execFile)("git", [...identity, ...args], { cwd: repository })).stdout;
}

async function write(file: string, text = "a: 1\n"): Promise<void> {
  await mkdir(dirname(join(repository, file)), { recursive: true });
  await writeFile(join(repository, file), text);
}

beforeAll(async () => {
  repository = await mkdtemp(join(tmpdir(), "contract-data-"));
  await git("init", "--quiet", "--initial-branch=main");
});

afterAll(async () => {
  await rm(repository, { recursive: true, force: true });
});

test.each([
  "openapi/openapi.yaml",
  "openapi/provenance.yaml",
  "openapi/components/schemas/VpcEndpointService.yaml",
  "openapi/components/examples/one-more.json",
  "openapi/workflows/fetch-details.yaml",
  ".changeset/brave-dogs-sing.md",
  "review.accepted.yaml",
])("%s is contract data", (path) => {
  expect(isContractData(path)).toBe(true);
});

test.each([
  ".spectral.yaml",
  "redocly.yaml",
  "package.json",
  ".npmrc",
  "openapi/package.json",
  "openapi/redocly.yaml",
  "openapi/.spectral.yaml",
  "openapi/components/.redocly.yaml",
  "openapi/components/redocly.yaml",
  "openapi/components/schemas/Redocly.yaml",
  "openapi/components/schemas/plugin.js",
  "openapi/components/schemas/plugin.cjs",
  "openapi/test/provenance.test.ts",
  "openapi/components/../../package.json",
  ".changeset/config.json",
  ".changeset/nested/a.md",
  "packages/review/src/cli.ts",
  "review.accepted.yaml/x",
])("%s is not contract data", (path) => {
  expect(isContractData(path)).toBe(false);
});

test("ignores symbolic links and submodules, and doesn't check out any files", async () => {
  await write("openapi/openapi.yaml");
  await write("openapi/components/schemas/A.yaml");
  await mkdir(join(repository, ".changeset"), { recursive: true });
  await symlink("/etc/passwd", join(repository, "openapi/components/schemas/B.yaml"));
  await symlink("../package.json", join(repository, ".changeset/c.md"));
  await git("add", "--all");
  const commit = "1111111111111111111111111111111111111111";
  await git("update-index", "--add", "--cacheinfo", `160000,${commit},openapi/components/headers`);
  await git("commit", "--quiet", "--message", "All kinds");
  await rm(join(repository, "openapi"), { recursive: true });
  const files = await readContractData(repository, "HEAD");
  expect(files).toEqual([
    { path: "openapi/components/schemas/A.yaml", text: "a: 1\n" },
    { path: "openapi/openapi.yaml", text: "a: 1\n" },
  ]);
  await expect(readdir(join(repository, "openapi"))).rejects.toThrow("ENOENT");
});

describe("unsafe contract data", () => {
  test.each([
    ["a reference to a local file", '$ref: "/etc/passwd"'],
    ["a reference with a file URL", "$ref: file:///etc/passwd"],
    ["a reference to a network URL", "$ref: https://example.com/a.yaml#/x"],
    ["a reference to a network URL without a scheme", "$ref: //example.com/a.yaml"],
    ["a reference to a Windows share", "$ref: \\\\host\\a.yaml"],
    ["a reference to a parent folder", "$ref: ../../../etc/passwd"],
    ["a reference to another file in the base branch", "$ref: ../package.json#/name"],
    ["a reference with an escaped path", "$ref: ..%2f..%2fpackage.json"],
    ["a reference through a YAML alias", "x: &a /etc/passwd\ny: { $ref: *a }"],
    ["a reference whose key is a YAML alias", "x: &k $ref\ny: { *k : /etc/passwd }"],
    ["a reference in a merged mapping", "x: &m { $ref: /etc/passwd }\ny: { <<: *m }"],
    ["a reference in an example", "examples: [{ value: { $ref: /etc/passwd } }]"],
    ["a reference with an escaped key", 'x: { "\\u0024ref": /etc/passwd }'],
    ["a reference in externalValue", "externalValue: /etc/passwd"],
    ["a reference in a link", "operationRef: https://example.com/#/paths"],
    ["a reference in a discriminator", "discriminator: { mapping: { a: /etc/passwd } }"],
    ["a duplicate key that YAML parsers interpret differently", "$ref: a.yaml\n$ref: /etc/passwd"],
    ["a reference in a second YAML document", "a: 1\n---\n$ref: /etc/passwd"],
  ])("rejects %s", (_, text) => {
    const [found = "", ...more] = unsafeData([{ path: "openapi/openapi.yaml", text: `${text}\n` }]);
    expect(found).toMatch(/^openapi\/openapi\.yaml:\d+: /);
    expect(more.length).toBeLessThan(2);
  });

  test("rejects a document whose aliases expand to too many values", () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i},`.repeat(9)}]`,
    );
    const text = `l0: &l0 [x]\n${levels.join("\n")}\n`;
    expect(unsafeData([{ path: "openapi/openapi.yaml", text }])).toEqual([
      expect.stringMatching(/^openapi\/openapi\.yaml: .*alias/i),
    ]);
  });
});

test("accepts references within the contract and text that only looks like a reference", () => {
  const files = [
    {
      path: "openapi/openapi.yaml",
      text: "a: { $ref: components/schemas/A.yaml#/properties/b }\nb: { $ref: '#/a' }\nmapping: { x: /etc }\n",
    },
    { path: "openapi/components/schemas/A.yaml", text: "$ref: ../schemas/A.yaml\n" },
  ];
  expect(unsafeData(files)).toEqual([]);
});

test("replaces the contract data and leaves other files unchanged", async () => {
  await write("openapi/components/schemas/Old.yaml");
  await write("openapi/package.json", "{}");
  await write(".changeset/old.md", "old");
  await write(".changeset/config.json", "{}");
  await placeContractData(repository, [
    { path: "openapi/openapi.yaml", text: "new: true\n" },
    { path: ".changeset/new.md", text: "new" },
  ]);
  expect((await readdir(join(repository, "openapi"))).sort()).toEqual([
    "openapi.yaml",
    "package.json",
  ]);
  expect((await readdir(join(repository, ".changeset"))).sort()).toEqual(["config.json", "new.md"]);
});

test("changes no files if the data is rejected", async () => {
  const before = await readFile(join(repository, "openapi/openapi.yaml"), "utf8");
  const files = [{ path: "openapi/openapi.yaml", text: "$ref: /etc/passwd\n" }];
  await expect(placeContractData(repository, files)).rejects.toThrow(
    'openapi/openapi.yaml:1: $ref points to "/etc/passwd", which is not a contract file.',
  );
  expect(await readFile(join(repository, "openapi/openapi.yaml"), "utf8")).toBe(before);
});
