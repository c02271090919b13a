// Tests the comment step in review.yml with a fake `gh`.
import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { stepNamed } from "./workflow-step.js";

let work: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "review-comment-"));
});

afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

/** Runs the comment step with a fake `gh`, which returns `existing`: the ID of a comment, or an empty string. */
async function comment(changed: string, existing: string, text = ""): Promise<string> {
  const folder = await mkdtemp(join(work, "comment-"));
  await mkdir(join(folder, "review"));
  await writeFile(join(folder, "review/comment.md"), text);
  await writeFile(
    join(folder, "gh"),
    `#!/bin/bash\ncase "$*" in *--paginate*) printf '%s' "$EXISTING" ;; *) echo "$2 $3 $4"; jq --raw-output .body body.json ;; esac >> ` +
      `"$( case "$*" in *--paginate*) echo /dev/stdout ;; *) echo said ;; esac)"\n`,
  );
  await chmod(join(folder, "gh"), 0o755);
  await promisify(execFile)(
    "bash",
    ["-e", "-c", await stepNamed("review.yml", "comment", "Write, update")],
    {
      cwd: folder,
      env: {
        PATH: `${folder}:${process.env["PATH"] ?? ""}`,
        EXISTING: existing,
        CHANGED: changed,
        REPOSITORY: "o/r",
        NUMBER: "7",
        RUN: "https://example.com/run",
        GH_TOKEN: "t",
      },
    },
  );
  return readFile(join(folder, "said"), "utf8").catch(() => "");
}

test("posts a single comment with a link to the workflow run", async () => {
  const said = await comment("true", "", "<!-- contract review -->\n\n### Fine\n");
  expect(said).toBe(
    "--method POST repos/o/r/issues/7/comments\n<!-- contract review -->\n\n### Fine\n\n\n[Reports from this run](https://example.com/run)\n\n",
  );
});

test("the next push updates the comment", async () => {
  expect(await comment("true", "55\n", "x")).toMatch(
    /^--method PATCH repos\/o\/r\/issues\/comments\/55\n/,
  );
});

test("replaces the comment when a later push reverts the contract change", async () => {
  const said = await comment("false", "55\n");
  expect(said).toMatch(/^--method PATCH repos\/o\/r\/issues\/comments\/55\n/);
  expect(said).toContain("### No contract changes");
});

test("posts no comment if the contract is unchanged", async () => {
  expect(await comment("false", "")).toBe("");
});

test("posts a comment about the failure if the review fails", async () => {
  expect(await comment("", "")).toContain("### The review failed");
});

test("the comment stays below GitHub's size limit", async () => {
  expect((await comment("true", "", "x".repeat(100_000))).length).toBeLessThan(65_536);
});
