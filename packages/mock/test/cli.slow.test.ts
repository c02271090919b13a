import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";
import { startMock } from "@vpcep/mock";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command; `onReady` is called once with its address, and ends it. */
function run(
  args: readonly string[],
  env: Record<string, string> = {},
  onReady?: (url: string) => Promise<unknown>,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, ...env } });
    const result: Run = { code: null, out: "", err: "" };
    let ready = false;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      result.out += text;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(result.out)?.[0];
      if (url === undefined || ready) return;
      ready = true;
      (onReady?.(url) ?? Promise.resolve()).then(() => child.kill("SIGTERM"), reject).catch(reject);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => (result.err += text));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ ...result, code });
    });
  });
}

test("starts, answers, logs, and stops cleanly when told to", async () => {
  const address = "/v1/p/vpc-endpoint-services/s";
  const headers = { "X-Auth-Token": "a-token-of-my-own" };
  const statuses: number[] = [];
  const result = await run(
    ["--port", "0"],
    { VPCEP_MOCK_TOKEN: "a-token-of-my-own" },
    async (url) => {
      statuses.push((await fetch(url + address, { headers })).status);
      statuses.push((await fetch(url + address)).status);
    },
  );
  expect(statuses).toEqual([200, 401]);
  expect(result).toMatchObject({ code: 0, err: "" });
  expect(result.out).toContain(`GET ${address} 200`);
  expect(result.out).not.toContain("a-token-of-my-own");
});

test("says in one line that the port is taken", async () => {
  const mock = await startMock();
  const { port } = new URL(mock.url);
  const result = await run(["--port", port]);
  await mock.close();
  expect(result.code).toBe(2);
  expect(result.out).toBe("");
  expect(result.err.trim().split("\n")).toEqual([
    expect.stringContaining(`port ${port} on 127.0.0.1 is taken`),
  ]);
});

test.each([
  [["--port", "http"], /--port must be/],
  [["--port", "70000"], /--port must be/],
  [["--settle-after", "-1"], /settle-after/],
  [["--colour"], /--colour/],
])("refuses %j in one line", async (args, line) => {
  const result = await run(args);
  expect(result.code).toBe(2);
  expect(result.err).toMatch(line);
  expect(result.err.trim().split("\n")).toHaveLength(1);
});

test("explains itself", async () => {
  const result = await run(["--help"]);
  expect(result.code).toBe(0);
  for (const option of ["--port", "--any-token", "--settle-after", "--quiet"])
    expect(result.out).toContain(option);
});
