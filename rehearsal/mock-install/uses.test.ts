// Tests the mock in external projects. Jest uses the fixtures. Vitest, a web page, and Storybook use the MSW handlers.
// Playwright and `wait-on` use the server.
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runTool } from "@vpcep/run-tool";
import { build } from "esbuild";

import { launchChromium } from "../../scripts/chromium.js";
import { packPackages } from "../../scripts/release/pack-packages.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const here = dirname(fileURLToPath(import.meta.url));

let work: string;
let folder: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "mock-uses-"));
  folder = await install("uses");
}, 300_000);
afterAll(() => rm(work, { recursive: true, force: true }));

/**
 * Copies a project from this folder, installs its dependencies and the packed packages, and returns the path to the
 * copy.
 */
async function install(project: string): Promise<string> {
  const target = join(work, project);
  await cp(join(here, project), target, { recursive: true });
  let manifest = await readFile(join(target, "package.json"), "utf8");
  for (const { name, tarball } of await packPackages(root, join(target, "tarballs")))
    manifest = manifest.replace(`TARBALL ${name}`, `file:${tarball}`);
  await writeFile(join(target, "package.json"), manifest);
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, stderr } = await runTool("npm", args, target);
  if (code !== 0) throw new Error(`${project} could not be installed:\n${stderr}`);
  return target;
}

/** Runs a program in a project and expects it to succeed. If the program fails, the test shows its output. */
async function expectSuccess(
  project: string,
  script: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<void> {
  const { code, stdout, stderr } = await runTool(
    process.execPath,
    [join(project, "node_modules", script), ...args],
    project,
    { ...process.env, ...environment },
  );
  expect({ code, text: code === 0 ? "" : stdout + stderr }).toEqual({ code: 0, text: "" });
}

const freePort = (): Promise<string> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(String(port));
      });
    });
  });

test("Vitest with MSW", async () => {
  await writeFile(
    join(folder, "vitest.config.mjs"),
    'export default { test: { include: ["**/*.vitest.mjs"] } };\n',
  );
  await expectSuccess(folder, "vitest/vitest.mjs", ["run", "--dir", folder, "msw.vitest.mjs"]);
}, 120_000);

test("Jest in CommonJS", async () => {
  await expectSuccess(folder, "jest/bin/jest.js", ["--config", "jest.config.json"]);
}, 120_000);

test("Playwright starts and stops the mock server", async () => {
  const port = await freePort();
  // If `JEST_WORKER_ID` is set, Playwright assumes that it is running inside Jest and refuses to start.
  const environment = { MOCK_PORT: port, JEST_WORKER_ID: undefined };
  await expectSuccess(folder, "@playwright/test/cli.js", ["test"], environment);
  await expect(fetch(`http://127.0.0.1:${port}/_mock/health`)).rejects.toThrow("fetch failed");
}, 120_000);

test.each(["http://localhost:<port>", "http-get://127.0.0.1:<port>/_mock/health", "tcp:<port>"])(
  "wait-on %s waits until the server responds",
  async (resource) => {
    const port = await freePort();
    const args = [resource.replace("<port>", port), "--interval", "100", "--timeout", "60000"];
    const waiting = expectSuccess(folder, "wait-on/bin/wait-on", args);
    const cli = join(folder, "node_modules/@vpcep/mock/dist/cli.js");
    const mock = spawn(process.execPath, [cli, "--port", port, "--quiet"], { stdio: "ignore" });
    try {
      await waiting;
    } finally {
      mock.kill();
    }
  },
  120_000,
);

/**
 * Starts a server on loopback that serves files from `read`, and passes a new Chromium page and the server's origin to
 * `use`.
 */
async function withPage(
  read: (path: string) => Promise<[type: string, body: string | Buffer]>,
  use: (
    page: Awaited<ReturnType<Awaited<ReturnType<typeof launchChromium>>["newPage"]>>,
    origin: string,
  ) => Promise<void>,
): Promise<void> {
  const server = createServer((request, response) => {
    void read((request.url ?? "/").split("?")[0] ?? "/")
      .catch((): [string, string] => ["text/plain", ""])
      .then(([type, body]) => response.setHeader("content-type", type).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launchChromium();
  try {
    await use(
      await browser.newPage(),
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    );
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

test("MSW's service worker handles requests from a page in Chromium", async () => {
  const { outputFiles } = await build({
    entryPoints: [join(folder, "browser.mjs")],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  const worker = join(folder, "node_modules/msw/lib/mockServiceWorker.js");
  const files: Record<string, [type: string, body: string]> = {
    "/": ["text/html", '<body><script type="module" src="/page.js"></script></body>'],
    "/page.js": ["text/javascript", outputFiles[0]?.text ?? ""],
    "/mockServiceWorker.js": ["text/javascript", await readFile(worker, "utf8")],
  };
  await withPage(
    (path) => Promise.resolve(files[path] ?? ["text/plain", ""]),
    async (page, origin) => {
      await page.goto(`${origin}/`);
      await page.waitForFunction('document.title === "done"', undefined, { timeout: 30_000 });
      expect(await page.textContent("body")).toBe("503 200 s failed 1");
    },
  );
}, 120_000);

test("each Storybook story uses its own handler", async () => {
  const stories = await install("storybook");
  await expectSuccess(stories, "msw/cli/index.js", ["init", "public"]);
  await expectSuccess(
    stories,
    "storybook/dist/bin/dispatcher.js",
    ["build", "--quiet", "--output-dir", "out"],
    { STORYBOOK_DISABLE_TELEMETRY: "1" },
  );
  const types: Record<string, string> = {
    html: "text/html",
    js: "text/javascript",
    json: "application/json",
  };
  await withPage(
    async (path) => [
      types[path.split(".").at(-1) ?? ""] ?? "application/octet-stream",
      await readFile(join(stories, "out", path)),
    ],
    async (page, origin) => {
      const shown: Record<string, string> = {};
      for (const story of ["available", "failed", "denied"]) {
        await page.goto(`${origin}/iframe.html?id=service--${story}&viewMode=story`);
        const output = page.locator("#storybook-root output:not(:empty)");
        shown[story] = (await output.textContent({ timeout: 30_000 })) ?? "";
      }
      expect(shown).toEqual({
        available: "200 available",
        failed: "200 failed",
        denied: "403 EndPoint.0004",
      });
    },
  );
}, 300_000);
