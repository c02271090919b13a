// Runs every TypeScript block in the README against the mock, and compares the output.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";
import ts from "typescript";

import * as client from "../src/index.js";
import { runProgram } from "./run-program.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = await readFile(join(root, "README.md"), "utf8");
const blocks = [...readme.matchAll(/```ts\n(.*?)```\n(?:\n```text\n(.*?)```)?/gs)].map(
  ([, code = "", output], index) => ({ index, code, output }),
);
const folder = join(root, ".tmp/readme");
let mock: Mock;

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  mock = await startMock();
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

test("the README shows each example's output", () => {
  expect(blocks.length).toBeGreaterThan(5);
  expect(blocks.filter(({ output }) => output === undefined)).toEqual([]);
});

test.each(blocks)(
  "example $index prints the documented output",
  async ({ index, code, output }) => {
    const file = join(folder, `${index}.mjs`);
    const here = code.replace('region: "eu-de"', `baseUrl: ${JSON.stringify(mock.url)}`);
    await writeFile(
      file,
      ts.transpile(here, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }),
    );
    const result = await runProgram(process.execPath, [file], {
      VPCEP_TOKEN: "mock-token",
      VPCEP_ACCESS_KEY: "MOCKACCESSKEY",
      VPCEP_SECRET_KEY: "mock-secret-key",
    });
    expect(result).toEqual({ code: 0, stdout: output, stderr: "" });
  },
);

test("the README tables contain every option and error", async () => {
  const options = await readFile(join(root, "src/resolve-options.ts"), "utf8");
  const names = [...options.matchAll(/^ {2}(\w+): true,$/gm)].map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(15);
  for (const name of names) expect(readme).toContain(`| \`${name}\``);
  const errors = Object.keys(client).filter((name) => /^[A-Z].*Error$/.test(name));
  expect(errors.length).toBeGreaterThan(12);
  for (const name of errors) expect(readme).toContain(`\`${name}\``);
});
