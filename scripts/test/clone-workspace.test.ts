import { lstat, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { cloneWorkspace } from "./clone-workspace.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const pending = join(root, `scripts/test/pending-${process.pid}.txt`);
let clone: string;

beforeAll(async () => {
  clone = await realpath(await mkdtemp(join(tmpdir(), "clone-workspace-")));
  await writeFile(pending, "not committed yet\n");
  await cloneWorkspace(root, clone);
});
afterAll(async () => {
  await rm(pending, { force: true });
  await rm(clone, { recursive: true, force: true });
});

const exists = (file: string): Promise<boolean> =>
  lstat(join(clone, file)).then(
    () => true,
    () => false,
  );

test("a clone contains committed and uncommitted files", async () => {
  expect(await exists("openapi/openapi.yaml")).toBe(true);
  expect(await exists(`scripts/test/pending-${process.pid}.txt`)).toBe(true);
});

test("a clone contains no build output", async () => {
  expect(await exists("openapi/dist")).toBe(false);
  expect(await exists(".turbo")).toBe(false);
});

test("a clone uses the original's third-party packages and its own workspace packages", async () => {
  expect(await realpath(join(clone, "node_modules/typescript"))).toBe(
    await realpath(join(root, "node_modules/typescript")),
  );
  expect(await realpath(join(clone, "node_modules/@vpcep/types"))).toBe(
    join(clone, "packages/types"),
  );
});
