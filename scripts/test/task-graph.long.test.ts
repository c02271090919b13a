// Checks which tasks run again after an edit. Most tests only compare task hashes from Turborepo's dry run.
import { execFile } from "node:child_process";
import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";

import { runTurbo } from "../run-turbo.js";
import { cloneWorkspace } from "./clone-workspace.js";

const run = promisify(execFile);
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const tasks = ["lint", "lint:bundle", "build", "test"];

let parent: string;
let clone: string;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "task-graph-"));
  clone = join(parent, "clone");
  await cloneWorkspace(root, clone);
});

afterAll(async () => {
  await rm(parent, { recursive: true, force: true });
});

/** Returns the hash of each task in a dry run. */
async function taskHashes(): Promise<Map<string, string>> {
  const { stdout } = await run(
    process.execPath,
    [join(clone, "scripts/turbo.cjs"), "run", ...tasks, "--dry=json"],
    { cwd: clone, maxBuffer: 64 * 1024 * 1024 },
  );
  const plan = JSON.parse(stdout) as { tasks: { taskId: string; hash: string; command: string }[] };
  return new Map(
    plan.tasks
      .filter((task) => task.command !== "<NONEXISTENT>")
      .map((task) => [task.taskId, task.hash]),
  );
}

const everyPackage = [
  "client",
  "codegen",
  "contract-reader",
  "docs",
  "mock",
  "openapi",
  "provenance",
  "review",
  "ruleset",
  "scripts",
  "types",
  "verify",
];
const isTest = (task: string): boolean => task.endsWith("#test");

/** Edits a file, returns the tasks that would run again, and restores the file. */
async function rerunAfterEdit(file: string, added: string): Promise<string[]> {
  const path = join(clone, file);
  const original = await readFile(path, "utf8").catch(() => undefined);
  const before = await taskHashes();
  await appendFile(path, added);
  const after = await taskHashes();
  if (original === undefined) await rm(path);
  else await writeFile(path, original);
  return [...after]
    .filter(([task, hash]) => before.get(task) !== hash)
    .map(([task]) => task)
    .sort();
}

const builds = ["openapi", "types", "client", "mock", "docs"].map((name) => `@vpcep/${name}#build`);

describe("tasks affected by an edit", () => {
  test("editing a lint rule reruns only the lint tasks", async () => {
    const rerun = await rerunAfterEdit(".spectral.yaml", "\n# edited\n");
    expect(rerun.filter((task) => !isTest(task))).toEqual([
      "@vpcep/openapi#lint",
      "@vpcep/openapi#lint:bundle",
    ]);
  });

  test("editing a component reruns all tasks that depend on the contract", async () => {
    const rerun = await rerunAfterEdit(
      "openapi/components/schemas/PortMapping.yaml",
      "\n# edited\n",
    );
    expect(rerun).toEqual(
      expect.arrayContaining([...builds, "@vpcep/openapi#lint", "@vpcep/openapi#lint:bundle"]),
    );
  });

  test("editing the type generator rebuilds the types and the packages that use them", async () => {
    const rerun = await rerunAfterEdit("packages/codegen/src/types.ts", "\n// edited\n");
    expect(rerun).toEqual(
      expect.arrayContaining(["@vpcep/types#build", "@vpcep/client#build", "@vpcep/mock#build"]),
    );
    expect(rerun).not.toContain("@vpcep/openapi#build");
  });

  test("editing the client rebuilds neither the contract bundle nor the types", async () => {
    const rerun = await rerunAfterEdit("packages/client/src/index.ts", "\n// edited\n");
    expect(rerun).toContain("@vpcep/client#build");
    expect(rerun).not.toContain("@vpcep/types#build");
    expect(rerun).not.toContain("@vpcep/openapi#build");
  });

  test.each(["packages/client/test/added.test.ts", "README.md", "docs/architecture.md"])(
    "editing %s rebuilds nothing",
    async (file) => {
      const rerun = await rerunAfterEdit(file, "\n// edited\n");
      expect(rerun.filter((task) => task.endsWith("#build"))).toEqual([]);
    },
  );
});

describe("tests affected by an edit", () => {
  test.each([
    ["packages/client/src/wait.ts", ["client", "scripts", "verify"]],
    ["packages/docs/src/page.ts", ["docs"]],
    ["packages/verify/src/cli.ts", ["verify"]],
    ["packages/review/src/cli.ts", ["openapi", "review", "scripts"]],
    ["packages/ruleset/src/walk.js", ["codegen", "openapi", "review", "ruleset", "scripts"]],
    ["openapi/provenance.yaml", ["docs", "openapi", "provenance"]],
    [".spectral.yaml", ["openapi", "review", "scripts"]],
    ["CONTRIBUTING.md", ["scripts"]],
    ["packages/contract-reader/src/pointer.ts", everyPackage],
    ["openapi/components/schemas/PortMapping.yaml", everyPackage],
    ["jest.preset.mjs", everyPackage],
  ])("editing %s reruns the tests in %j", async (file, packages) => {
    const rerun = await rerunAfterEdit(file, "\n// edited\n");
    expect(rerun.filter(isTest)).toEqual(packages.map((name) => `@vpcep/${name}#test`));
  });
});

test("a second build uses the cache, and a build after a contract change updates all artifacts", async () => {
  const cold = await runTurbo(clone, ["build"]);
  expect(cold.code).toBe(0);
  const warm = await runTurbo(clone, ["build"]);
  expect(warm.reports.map((report) => report.cache.status)).toEqual(cold.reports.map(() => "HIT"));

  const component = join(clone, "openapi/components/schemas/PortMapping.yaml");
  const text = await readFile(component, "utf8");
  const sentence = "Port of the backend";
  expect(text).toContain(sentence);
  await writeFile(component, text.replace(sentence, "Port on the backend"));

  // The committed types are now stale, so the build must fail and suggest a remedy.
  const said = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const stale = await runTurbo(clone, ["build"]);
  expect(stale.code).not.toBe(0);
  expect(said.mock.calls.join("\n")).toContain("Run: npm run generate");
  said.mockRestore();

  await run(join(root, "node_modules/.bin/tsx"), ["scripts/generate.ts"], { cwd: clone });
  const edited = await runTurbo(clone, ["build"]);
  expect(edited.code).toBe(0);
  for (const artifact of [
    "openapi/dist/openapi.yaml",
    "openapi/dist/openapi.json",
    "packages/types/dist/schema.gen.d.ts",
    "packages/docs/dist/index.html",
  ]) {
    // Compare a Boolean so that a failure message doesn't contain the whole page.
    const content = await readFile(join(clone, artifact), "utf8");
    expect([artifact, content.includes("Port on the backend")]).toEqual([artifact, true]);
  }
}, 600_000);
