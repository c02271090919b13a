import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { get } from "node:https";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";
import { startMock } from "@vpcep/mock";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Starts the command, calls `onReady` with the mock's URL, and then stops the command. */
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
      const url = /listens on (\S+)\. Press/.exec(result.out)?.[1];
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

test("keeps running when standard output is closed", async () => {
  const child = spawn(process.execPath, [cli, "--port", "0", "--any-token"]);
  const closed = new Promise((resolve) => child.on("close", resolve));
  const url = await new Promise<string>((resolve) =>
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      resolve(/listens on (\S+)\. Press/.exec(text)?.[1] ?? "");
    }),
  );
  child.stdout.destroy();
  for (let call = 0; call < 3; call++)
    expect((await fetch(`${url}/v1/p/vpc-endpoint-services/s`)).status).toBe(200);
  child.kill("SIGTERM");
  expect(await closed).toBe(0);
});

test("starts, responds, logs, and stops on SIGTERM", async () => {
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

test("prints a one-line error if the port is in use", async () => {
  const mock = await startMock();
  const { port } = new URL(mock.url);
  const result = await run(["--port", port]);
  await mock.close();
  expect(result.code).toBe(2);
  expect(result.out).toBe("");
  expect(result.err.trim().split("\n")).toEqual([
    expect.stringContaining(`port ${port} on 127.0.0.1 is already in use`),
  ]);
});

test.each([
  [["--port", "http"], /--port must be/],
  [["--port", "70000"], /--port must be/],
  [["--settle-after", "-1"], /settle-after/],
  [["--colour"], /--colour/],
  [["--queue", "401, earthquake"], /--queue: "earthquake" is unknown/],
  [["--seed", "x"], /--seed must be/],
  [["--cert", "a.pem"], /Use --cert and --key together/],
  [["--cert", "no-such.pem", "--key", "no-such.pem"], /cannot read no-such\.pem \(ENOENT\)/],
  [["--host", "192.0.2.1", "--port", "0"], /192\.0\.2\.1 is not an address of this machine/],
])("rejects %j with a one-line error", async (args, line) => {
  const result = await run(args);
  expect(result.code).toBe(2);
  expect(result.err).toMatch(line);
  expect(result.err.trim().split("\n")).toHaveLength(1);
});

test("prints its help", async () => {
  const result = await run(["--help"]);
  expect(result.code).toBe(0);
  for (const option of ["--port", "--host", "--queue", "--https", "--any-token", "--quiet"])
    expect(result.out).toContain(option);
});

test("prints its version", async () => {
  const { version } = createRequire(import.meta.url)("@vpcep/mock/package.json") as {
    version: string;
  };
  expect(await run(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
});

test("--queue and --seed determine the responses", async () => {
  const bodies: string[] = [];
  for (const args of [["--queue", "401, 503x2"], [], []])
    await run(
      ["--port", "0", "--any-token", "--dynamic", "--seed", "3", ...args],
      {},
      async (url) => {
        const responses = [];
        for (let index = 0; index < 4; index++)
          responses.push(await fetch(`${url}/v1/p/vpc-endpoint-services/s`));
        const statuses = responses.map(({ status }) => status);
        expect(statuses).toEqual(args.length > 0 ? [401, 503, 503, 200] : [200, 200, 200, 200]);
        bodies.push((await responses[args.length > 0 ? 3 : 0]?.text()) ?? "");
      },
    );
  expect(new Set(bodies).size).toBe(1);
});

test("serves HTTPS and prints the certificate path", async () => {
  let status: number | undefined;
  const result = await run(["--port", "0", "--https"], {}, (url) => {
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:/);
    return new Promise((resolve, reject) => {
      get(`${url}/_mock/health`, { rejectUnauthorized: false, agent: false }, (response) => {
        response.resume();
        status = response.statusCode;
        resolve(undefined);
      }).on("error", reject);
    });
  });
  expect(status).toBe(200);
  const file = /NODE_EXTRA_CA_CERTS to (\S+),/.exec(result.out)?.[1] ?? "";
  expect(await readFile(file, "utf8")).toMatch(/^-----BEGIN CERTIFICATE-----\n/);
  await rm(dirname(file), { recursive: true });
});

test("prints a notice if other machines can reach the mock", async () => {
  const open = await run(["--port", "0", "--host", "0.0.0.0"], {}, () => Promise.resolve());
  expect(open.out).toContain("Other machines can reach the mock at 0.0.0.0");
  const closed = await run(["--port", "0", "--host", "127.0.0.1"], {}, () => Promise.resolve());
  expect(closed.out).not.toContain("Other machines");
});
