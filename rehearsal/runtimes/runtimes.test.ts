// Runs the built client on every supported runtime. The runtimes are installed from npm as linux-x64 packages. On
// platforms other than Linux x64, only the current Node version and Chromium are tested.
import { spawn } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";
import { build } from "esbuild";

import { onLoopback } from "../../packages/client/test/loopback.js";
import { oddServer } from "../../packages/client/test/odd-server.js";
import { runProgram } from "../../packages/client/test/run-program.js";
import { expected, type SmokeServers } from "../../packages/client/test/smoke.js";
import { launchChromium } from "../../scripts/chromium.js";

/** The programs are written to a folder in the client package, so that each runtime can resolve the package by name. */
const root = fileURLToPath(new URL("../../packages/client", import.meta.url));
const folder = join(root, ".tmp/runtimes");
const onlyOnLinux = process.platform === "linux" && process.arch === "x64";
const modules = fileURLToPath(new URL("../node_modules", import.meta.url));
let mock: Mock;

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  mock = await startMock();
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

/**
 * Bundles a program with the smoke test. If `packages` is "external", the bundle doesn't contain the client, and the
 * runtime resolves the client package.
 */
const program = async (file: string, contents: string, packages: "bundle" | "external") => {
  const outfile = join(folder, file);
  const stdin = { contents, resolveDir: join(root, "test"), loader: "ts" } as const;
  await build({ stdin, bundle: true, format: "esm", target: "es2022", packages, outfile });
  return outfile;
};

const withServers = (use: (servers: SmokeServers) => Promise<void>): Promise<void> =>
  onLoopback(oddServer(), (port) => use({ mock: mock.url, odd: `http://127.0.0.1:${port}` }));

const programs: readonly [name: string, command: string, args: string[]][] = [
  ["this Node", process.execPath, []],
  ...(onlyOnLinux
    ? ([
        ["Node 22", join(modules, "node22-linux-x64/bin/node"), []],
        ["Node 24", join(modules, "node24-linux-x64/bin/node"), []],
        ["Bun", join(modules, "@oven/bun-linux-x64/bin/bun"), ["--no-install"]],
        [
          "Deno",
          join(modules, "@deno/linux-x64-glibc/deno"),
          [
            "run",
            "--cached-only",
            "--no-lock",
            "--node-modules-dir=manual",
            "--allow-net=127.0.0.1",
          ],
        ],
      ] satisfies [string, string, string[]][])
    : []),
];

test.each(programs)("%s", async (name, command, args) => {
  const file = await program(
    `${name.replace(" ", "-")}.mjs`,
    'import { smoke } from "./smoke.ts"; console.log(JSON.stringify(await smoke(JSON.parse(process.argv[2]))));',
    "external",
  );
  await withServers(async (servers) => {
    const env = { DENO_NO_UPDATE_CHECK: "1", DENO_DIR: join(folder, "deno"), DO_NOT_TRACK: "1" };
    const { code, stdout, stderr } = await runProgram(
      command,
      [...args, file, JSON.stringify(servers)],
      env,
    );
    expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual(expected);
  });
});

const workerdConfig = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      compatibilityDate = "2024-09-23",
    )),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;

const inWorkerd = async (): Promise<void> => {
  const command = join(modules, "@cloudflare/workerd-linux-64/bin/workerd");
  await program(
    "worker.js",
    'import { smoke } from "./smoke.ts"; export default { async fetch(request: Request) { return Response.json(await smoke(await request.json() as never)); } };',
    "bundle",
  );
  await writeFile(join(folder, "config.capnp"), workerdConfig);
  await withServers(async (servers) => {
    const worker = spawn(command, ["serve", "--control-fd=3", "config.capnp"], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit", "pipe"],
    });
    try {
      const port = await new Promise<number>((resolve, reject) => {
        worker.once("exit", () => {
          reject(new Error("workerd exited before it was ready."));
        });
        (worker.stdio[3] as Readable).setEncoding("utf8").once("data", (line: string) => {
          resolve((JSON.parse(line) as { port: number }).port);
        });
      });
      const answer = await fetch(`http://127.0.0.1:${port}`, {
        method: "POST",
        body: JSON.stringify(servers),
      });
      expect(await answer.json()).toEqual(expected);
    } finally {
      worker.kill("SIGKILL");
    }
  });
};
if (onlyOnLinux) test("workerd", inWorkerd);

test("Chromium, with a Content-Security-Policy that does not allow unsafe-eval", async () => {
  const file = await program(
    "browser.js",
    'import { smoke } from "./smoke.ts"; Object.assign(globalThis, { smoke });',
    "bundle",
  );
  const script = await readFile(file);
  const page = createServer((request, response) => {
    response.setHeader(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; connect-src *",
    );
    if (request.url === "/browser.js")
      response.setHeader("Content-Type", "text/javascript").end(script);
    else
      response
        .setHeader("Content-Type", "text/html")
        .end('<script type="module" src="browser.js"></script>');
  });
  await withServers((servers) =>
    onLoopback(page, async (port) => {
      const browser = await launchChromium();
      try {
        const tab = await browser.newPage();
        await tab.goto(`http://127.0.0.1:${port}/`);
        await tab.waitForFunction("globalThis.smoke");
        expect(await tab.evaluate(`smoke(${JSON.stringify(servers)})`)).toEqual(expected);
      } finally {
        await browser.close();
      }
    }),
  );
});
