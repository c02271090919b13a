import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";

import { callParts, type CodeSample, codeSamples } from "../src/code-samples.js";
import type { JsonObject } from "../src/json.js";
import { operationsOf } from "../src/operations-of.js";

const run = promisify(execFile);
const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const contract = createRequire(import.meta.url)("@vpcep/openapi/openapi.json") as JsonObject;
const [operation] = operationsOf(contract);

let mock: Mock;
let folder: string;

beforeAll(async () => {
  [mock, folder] = await Promise.all([startMock(), mkdtemp(join(tmpdir(), "samples-"))]);
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

/** The sample as printed; only the address is the mock's. */
async function sample(label: string, name: string): Promise<string> {
  const found = codeSamples(contract, operation).find(
    (entry): entry is CodeSample => entry.label === label,
  );
  if (found === undefined) throw new Error(`There is no sample ${label}.`);
  const { baseUrl, region } = callParts(contract, operation);
  const source = found.source
    .replaceAll(baseUrl, mock.url)
    .replace(`region: "${region}"`, `baseUrl: "${mock.url}"`);
  expect(source).toContain(mock.url);
  const file = join(folder, name);
  await writeFile(file, source);
  return file;
}

const printed = async (
  command: string,
  args: readonly string[],
  token = "mock-token",
): Promise<string> => {
  const { stdout } = await run(command, args, {
    cwd: folder,
    env: { ...process.env, OTC_TOKEN: token, NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" },
  });
  return stdout;
};

test("the curl sample prints the endpoint service, and fails with a wrong token", async () => {
  const file = await sample("curl", "sample.sh");
  const body = JSON.parse(await printed("bash", [file])) as { status: string };
  expect(body.status).toBe("available");
  await expect(printed("bash", [file], "wrong")).rejects.toMatchObject({
    stdout: expect.stringContaining("error_code"),
  });
});

test.each([
  ["TypeScript, @vpcep/client", "client.mts", "node", ["--import", "tsx"]],
  ["TypeScript, fetch", "fetch.mts", "node", ["--import", "tsx"]],
  ["Python", "sample.py", "python3", []],
] as const)("the sample %s prints the state and the name", async (label, name, command, args) => {
  const file = await sample(label, name);
  expect(await printed(command, [...args, file])).toBe("available test123\n");
  await expect(printed(command, [...args, file], "wrong")).rejects.toThrow();
});
