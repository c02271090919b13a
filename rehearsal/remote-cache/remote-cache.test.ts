// Tests the shared task cache with a real cache server on loopback.
import { mkdir, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { cloneWorkspace } from "../../scripts/test/clone-workspace.js";
import { runInClone } from "../../scripts/test/run-in-clone.js";
import { freePort, startProcess, type RunningProcess } from "../start-process.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const token = "rehearsal";
let work: string;
let url: string;
let server: RunningProcess;

beforeAll(async () => {
  work = await realpath(await mkdtemp(join(tmpdir(), "remote-cache-")));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const cli = join(
    dirname(createRequire(import.meta.url).resolve("turborepo-remote-cache")),
    "cli.js",
  );
  server = await startProcess(
    [cli],
    {
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      TURBO_TOKEN: token,
      STORAGE_PROVIDER: "local",
      STORAGE_PATH: join(work, "storage"),
      STORAGE_PATH_USE_TMP_FOLDER: "false",
      LOG_LEVEL: "error",
    },
    () =>
      fetch(`${url}/v8/artifacts/status`, { headers: { authorization: `Bearer ${token}` } }).then(
        ({ ok }) => ok,
        () => false,
      ),
  );
}, 90_000);

afterAll(async () => {
  await server.stop();
  await rm(work, { recursive: true, force: true });
});

/** Builds the public packages in a clean clone and returns the number of tasks restored from the cache server. */
async function build(folder: string): Promise<{ total: string; cached: string; clone: string }> {
  const clone = join(work, folder);
  await mkdir(clone);
  await cloneWorkspace(root, clone);
  const result = await runInClone(
    clone,
    ["turbo", "run", "build", "--filter=@vpcep/client", "--filter=@vpcep/mock"],
    { TURBO_API: url, TURBO_TOKEN: token, TURBO_TEAM: "team_rehearsal" },
  );
  const output = `${result.stdout}${result.stderr}`;
  expect(`exit code ${result.code}${result.code === 0 ? "" : output}`).toBe("exit code 0");
  const total = /Tasks:\s+(\d+) successful, \1 total/.exec(output)?.[1] ?? output;
  const cached = /Cached:\s+(\d+) cached/.exec(output)?.[1] ?? output;
  return { total, cached, clone };
}

test("a second clean clone restores all build tasks from the cache server", async () => {
  const first = await build("first");
  expect(first.cached).toBe("0");
  expect(Number(first.total)).toBeGreaterThanOrEqual(4);
  const second = await build("second");
  expect(second).toMatchObject({ total: first.total, cached: first.total });
  const made = "packages/client/dist/index.js";
  expect(await readFile(join(second.clone, made))).toEqual(await readFile(join(first.clone, made)));
}, 240_000);

test("the cache server rejects a wrong token", async () => {
  const answer = await fetch(`${url}/v8/artifacts/0123456789abcdef?teamId=team_rehearsal`, {
    headers: { authorization: "Bearer another" },
  });
  expect(answer.status).toBe(401);
});
