import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "@jest/globals";
import { runTool } from "@vpcep/run-tool";
import { parse } from "yaml";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = join(root, ".github/workflows");
const files = (await readdir(folder)).filter((file) => /\.ya?ml$/.test(file));

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Job {
  uses?: string;
  "timeout-minutes"?: number;
  permissions?: Record<string, string>;
  steps?: Step[];
}
interface Workflow {
  on: unknown;
  permissions?: unknown;
  concurrency?: unknown;
  jobs: Record<string, Job>;
}

const readWorkflow = async (file: string): Promise<Workflow> =>
  parse(await readFile(join(folder, file), "utf8")) as Workflow;

const workflows = await Promise.all(files.map(readWorkflow));
const jobs = workflows.flatMap(({ jobs: own }, index) =>
  Object.entries(own).map(([name, job]) => ({ name: `${files[index] ?? ""} ${name}`, job })),
);

test("the workflows for checks, review, rehearsal, and release exist", () => {
  expect(files).toEqual(
    expect.arrayContaining(["ci.yml", "rehearsal.yml", "release.yml", "review.yml"]),
  );
});

describe.each(files)("%s", (file) => {
  test("is a valid GitHub Actions workflow", async () => {
    const validator = join(root, "node_modules/@action-validator/cli/cli.mjs");
    const result = await runTool(process.execPath, [validator, join(folder, file)], root);
    // The validator can't check globs and prints a warning for every `paths:` filter.
    const said = `${result.stdout}${result.stderr}`
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("WARNING: Glob validation is not yet"));
    expect(said).toEqual([]);
    expect(result.code).toBe(0);
  });

  test("pins every action to a commit hash, with the version in a comment", async () => {
    const uses = (await readFile(join(folder, file), "utf8"))
      .split("\n")
      .filter((line) => /^\s*(- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    const pinned =
      /uses: ([\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\.\/\.github\/workflows\/.+)$/;
    expect(uses.filter((line) => !pinned.test(line))).toEqual([]);
  });

  test("grants at most read permissions by default and limits the duration of every job", async () => {
    const workflow = await readWorkflow(file);
    // An empty object is also allowed, because each job can then request the permissions it needs.
    expect([{}, { contents: "read" }]).toContainEqual(workflow.permissions);
    for (const [name, job] of Object.entries(workflow.jobs))
      if (job.uses === undefined)
        expect([name, typeof job["timeout-minutes"]]).toEqual([name, "number"]);
  });

  test("doesn't insert event data into scripts", async () => {
    const { jobs: own } = await readWorkflow(file);
    const scripts = Object.values(own).flatMap(({ steps = [] }) =>
      steps.map(({ run }) => run ?? ""),
    );
    // GitHub inserts the values of expressions into the script text. Event data in environment variables is safe.
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
  });
});

/** Installation, build, and test commands, which a job with write permissions must not run. */
const forbidden = /\b(npm (ci|install|i|test|run|exec)|npx|yarn|pnpm|tsx|jest|turbo|\.ci\/run)\b/;

test.each(
  jobs.filter(({ job: { permissions = {} } }) => Object.values(permissions).includes("write")),
)("$name has write permissions but doesn't install, build, or test anything", ({ job }) => {
  const scripts = (job.steps ?? []).map(({ run }) => run ?? "");
  expect(scripts.filter((script) => forbidden.test(script))).toEqual([]);
});

test("the publish job checks out one script, downloads the packed files, and publishes them", async () => {
  const { jobs: own } = await readWorkflow("release.yml");
  const acting = Object.entries(own).filter(
    ([, job]) => job.permissions?.["id-token"] !== undefined,
  );
  expect(acting.map(([name]) => name)).toEqual(["publish"]);
  const steps = acting[0]?.[1].steps ?? [];
  expect(steps.map(({ uses, run }) => run ?? uses?.split("@")[0])).toEqual([
    "actions/checkout",
    "actions/setup-node",
    "actions/download-artifact",
    'node scripts/release/publish.mjs release --digest "$DIGEST"',
  ]);
  expect(steps[0]?.with).toMatchObject({ "sparse-checkout": "scripts/release/publish.mjs" });
  expect(steps[1]?.with).not.toHaveProperty("cache");
});

test("the publishing script imports only Node modules", async () => {
  const text = await readFile(join(root, "scripts/release/publish.mjs"), "utf8");
  const imported = [...text.matchAll(/\bfrom "([^"]+)"|\bimport\("([^"]+)"|\brequire\(/g)];
  expect(imported.length).toBeGreaterThan(3);
  expect(imported.filter(([, name]) => name?.startsWith("node:") !== true)).toEqual([]);
});

test("a workflow with write permissions doesn't check out pull request code", () => {
  const trusted = workflows.filter(({ on }) => JSON.stringify(on).includes("pull_request_target"));
  expect(trusted).toHaveLength(1);
  const steps = trusted.flatMap(({ jobs: own }) =>
    Object.values(own).flatMap((job) => job.steps ?? []),
  );
  const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
  expect(checkouts.map((step) => step.with?.["ref"])).toEqual([
    "${{ github.event.pull_request.base.sha }}",
  ]);
  const scripts = steps.map(({ run }) => run ?? "").join("\n");
  expect(scripts).not.toMatch(
    /git (checkout|switch|worktree|pull|merge |reset|restore|submodule|lfs)/,
  );
});

test("runs on main are neither canceled nor queued", async () => {
  const { concurrency } = await readWorkflow("ci.yml");
  expect(concurrency).toEqual({
    group: "ci-${{ github.event_name == 'pull_request' && github.ref || github.sha }}",
    "cancel-in-progress": "${{ github.event_name == 'pull_request' }}",
  });
});
