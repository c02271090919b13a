import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";

import { runTool } from "@vpcep/run-tool";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = join(root, ".github/workflows");
const files = (await readdir(folder)).filter((file) => /\.ya?ml$/.test(file));

interface Workflow {
  permissions?: unknown;
  jobs: Record<string, { "timeout-minutes"?: number }>;
}

test("there is a workflow that checks, and one that releases", () => {
  expect(files).toEqual(expect.arrayContaining(["ci.yml", "release.yml"]));
});

describe.each(files)("%s", (file) => {
  test("is what GitHub Actions accepts", async () => {
    const validator = join(root, "node_modules/@action-validator/cli/cli.mjs");
    const result = await runTool(process.execPath, [validator, join(folder, file)], root);
    // It says so of every `paths:`; the globs are the one thing that it does not judge.
    const said = `${result.stdout}${result.stderr}`
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("WARNING: Glob validation is not yet"));
    expect(said).toEqual([]);
    expect(result.code).toBe(0);
  });

  test("names every action by the hash of a commit, with its version in words", async () => {
    const uses = (await readFile(join(folder, file), "utf8"))
      .split("\n")
      .filter((line) => /^\s*(- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    expect(
      uses.filter((line) => !/uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
    ).toEqual([]);
  });

  test("starts from no more than the right to read, and ends by itself", async () => {
    const workflow = parse(await readFile(join(folder, file), "utf8")) as Workflow;
    // Nothing at all is less still; what a job needs, it then names itself.
    expect([{}, { contents: "read" }]).toContainEqual(workflow.permissions);
    for (const [name, job] of Object.entries(workflow.jobs))
      expect([name, typeof job["timeout-minutes"]]).toEqual([name, "number"]);
  });
});
