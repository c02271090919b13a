// Runs the scripts from review.yml in a clone, with pull requests that try to run their own code.
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { ToolResult } from "@vpcep/run-tool";

import { cloneWorkspace } from "./clone-workspace.js";
import { addTraps } from "./pull-request-traps.js";
import { runInClone } from "./run-in-clone.js";
import { stepNamed } from "./workflow-step.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

let work: string;
let clone: string;
/** A folder in which code from the pull request creates a file whenever the code runs. */
let traces: string;
let base: string;

async function inClone(...command: [string, ...string[]]): Promise<string> {
  const identity = ["GIT_AUTHOR", "GIT_COMMITTER"].flatMap((who) => [
    [`${who}_NAME`, "Test"],
    [`${who}_EMAIL`, "test@example.com"],
  ]);
  const result = await runInClone(
    clone,
    command,
    Object.fromEntries(identity) as NodeJS.ProcessEnv,
  );
  if (result.code !== 0) throw new Error(`${command.join(" ")}:\n${result.stderr}`);
  return result.stdout.trim();
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(clone, file)), { recursive: true });
  await writeFile(join(clone, file), text);
}

/** Creates and pushes a pull request with the changes made by `edit`, then checks out the base branch. */
async function pullRequest(edit: () => Promise<void>): Promise<string> {
  await inClone("git", "switch", "--quiet", "--detach", base);
  await edit();
  await inClone(
    "git",
    "add",
    "--all",
    "--force",
    ".",
    ":(exclude)node_modules",
    ":(exclude)**/node_modules",
    ":(exclude)**/dist",
    ":(exclude)**/.turbo",
  );
  await inClone("git", "commit", "--quiet", "--no-verify", "--message", "Try");
  const head = await inClone("git", "rev-parse", "HEAD");
  await inClone("git", "push", "--quiet", "--force", "origin", `${head}:refs/pull/1/head`);
  await inClone("git", "reset", "--quiet", "--hard", base);
  await inClone("git", "clean", "-fdq");
  return head;
}

/** Runs the fetch and review steps of the `review` job. */
async function review(
  head: string,
): Promise<{ changed: string; result?: ToolResult; comment: string }> {
  const output = join(work, "github-output");
  await writeFile(output, "");
  await rm(join(clone, "review"), { recursive: true, force: true });
  const environment = { HEAD_SHA: head, REVIEW_HEAD_SHA: head };
  const change = await runInClone(
    clone,
    ["bash", "-e", "-c", await stepNamed("review.yml", "review", "Fetch the pull")],
    {
      ...environment,
      TOKEN: "t",
      GITHUB_OUTPUT: output,
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "http.extraheader",
    },
  );
  expect(change).toMatchObject({ code: 0, stderr: "" });
  const changed = (await readFile(output, "utf8")).trim();
  if (changed !== "changed=true") return { changed, comment: "" };
  const result = await runInClone(
    clone,
    ["bash", "-e", "-c", await stepNamed("review.yml", "review", "Review")],
    environment,
  );
  const comment = await readFile(join(clone, "review/comment.md"), "utf8");
  return { changed, result, comment };
}

beforeAll(async () => {
  work = await realpath(await mkdtemp(join(tmpdir(), "pull-request-")));
  clone = join(work, "clone");
  traces = join(work, "traces");
  await cloneWorkspace(root, clone);
  for (const folder of ["openapi", "packages/types", "packages/client", "packages/ruleset"])
    await cp(join(root, folder, "dist"), join(clone, folder, "dist"), { recursive: true }).catch(
      () => undefined,
    );
  await inClone("git", "add", "--all");
  await inClone("git", "commit", "--quiet", "--allow-empty", "--message", "What is here");
  base = await inClone("git", "rev-parse", "HEAD");
  const origin = join(work, "origin.git");
  await inClone("git", "init", "--quiet", "--bare", origin);
  // As on GitHub, any commit can be fetched by its hash.
  await inClone("git", "-C", origin, "config", "uploadpack.allowAnySHA1InWant", "true");
  await inClone("git", "remote", "set-url", "origin", origin);
  await inClone("git", "push", "--quiet", "origin", `${base}:refs/heads/main`);
}, 120_000);

afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

beforeEach(async () => {
  await rm(traces, { recursive: true, force: true });
  await mkdir(traces);
  await inClone("git", "reset", "--quiet", "--hard", base);
  await inClone("git", "clean", "-fdq");
});

const schema = "openapi/components/schemas/PortMapping.yaml";
const property =
  "  weight:\n    type: integer\n    format: int32\n    minimum: 0\n    maximum: 9\n    description: Share of the traffic. Absent when it was not set.\n    examples:\n      - 1\n";
const addProperty = async (): Promise<void> => {
  const text = await readFile(join(clone, schema), "utf8");
  await writeFile(join(clone, schema), `${text.trimEnd()}\n${property}`);
};

test("reviews the contract in a pull request without running its code", async () => {
  const head = await pullRequest(async () => {
    await addTraps(clone, traces);
    await addProperty();
    await write(
      ".changeset/weight.md",
      '---\n"@vpcep/openapi": minor\n---\n\nPort mappings have a weight.\n',
    );
  });
  const { changed, result, comment } = await review(head);
  expect(changed).toBe("changed=true");
  expect(await readdir(traces)).toEqual([]);
  expect(result).toMatchObject({ code: 0 });
  expect(comment).toMatch(/^<!-- contract review -->\n/);
  expect(comment).toContain("weight");
  // The clone now contains the base branch with the pull request's contract data.
  const status = await inClone("git", "status", "--porcelain", "--untracked-files=all");
  const touched = status
    .split("\n")
    .map((line) => line.replace(/^\s*\S+ /, ""))
    .filter((file) => !file.startsWith("review/"));
  expect(touched.sort()).toEqual([".changeset/weight.md", schema].sort());
}, 180_000);

test("if the pull request is checked out, the tools run its code", async () => {
  const head = await pullRequest(() => addTraps(clone, traces));
  await inClone("git", "checkout", "--quiet", head);
  await runInClone(clone, ["spectral", "lint", "openapi/openapi.yaml"]);
  await runInClone(clone, ["redocly", "lint", "openapi/openapi.yaml"]);
  await runInClone(clone, ["npm", "run", "review"]);
  expect(await readdir(traces)).toEqual(expect.arrayContaining(["redocly", "shell", "spectral"]));
}, 120_000);

describe("references outside the contract", () => {
  let requests: string[] = [];
  const server = createServer(({ url = "" }, answer) => {
    requests.push(url);
    answer.end("type: string\n");
  });
  let address: string;
  let secret: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    secret = join(work, "secret.yaml");
    await writeFile(secret, "type: string\ndescription: do-not-tell\n");
  });
  beforeEach(() => {
    requests = [];
  });
  afterAll(() => {
    server.close();
  });

  test.each([
    ["a network reference in a schema", () => `  weight:\n    $ref: ${address}/a.yaml\n`],
    ["a local file reference in a schema", () => `  weight:\n    $ref: ${secret}\n`],
    [
      "a local file reference in an example",
      () => `  weight:\n    type: object\n    examples:\n      - { $ref: "file://${secret}" }\n`,
    ],
    [
      "a network reference in an extension",
      () => `  weight:\n    type: string\n    x-any: { $ref: "${address}/b.yaml" }\n`,
    ],
  ])(
    "reports %s in the comment and doesn't follow the reference",
    async (_, text) => {
      const head = await pullRequest(async () => {
        await writeFile(
          join(clone, schema),
          `${(await readFile(join(clone, schema), "utf8")).trimEnd()}\n${text()}`,
        );
      });
      const { result, comment } = await review(head);
      expect(result).toMatchObject({ code: 2 });
      expect(comment).toMatch(
        /^<!-- contract review -->\n\n### The contract could not be reviewed\n/,
      );
      expect(comment).toContain("which is not a contract file.");
      expect(comment + (result?.stdout ?? "") + (result?.stderr ?? "")).not.toContain(
        "do-not-tell",
      );
      expect(requests).toEqual([]);
    },
    60_000,
  );
});

test("if the contract doesn't build, the comment includes the error's location", async () => {
  const head = await pullRequest(() => write(schema, "title: [\n"));
  const { result, comment } = await review(head);
  expect(result).toMatchObject({ code: 2 });
  expect(comment).toContain(`${schema}:`);
}, 60_000);

test("a pull request without contract changes isn't reviewed", async () => {
  const head = await pullRequest(() => write("packages/client/README.md", "Other words.\n"));
  expect(await review(head)).toMatchObject({ changed: "changed=false" });
}, 60_000);
