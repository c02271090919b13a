// Fixtures and the handler for MSW in projects of other people: Vitest, Jest in CommonJS, a page in a browser.
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

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-uses-"));
  await cp(join(here, "uses"), folder, { recursive: true });
  let manifest = await readFile(join(folder, "package.json"), "utf8");
  for (const { name, tarball } of await packPackages(root, join(folder, "tarballs")))
    manifest = manifest.replace(`TARBALL ${name}`, `file:${tarball}`);
  await writeFile(join(folder, "package.json"), manifest);
  const install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, stderr } = await runTool("npm", install, folder);
  if (code !== 0) throw new Error(`The project cannot be installed:\n${stderr}`);
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const bin = (path: string): string => join(folder, "node_modules", path);

test("Vitest with MSW", async () => {
  const args = [bin("vitest/vitest.mjs"), "run", "--dir", folder, "msw.vitest.mjs"];
  await writeFile(
    join(folder, "vitest.config.mjs"),
    'export default { test: { include: ["**/*.vitest.mjs"] } };\n',
  );
  const { code, stdout, stderr } = await runTool(process.execPath, args, folder);
  expect({ code, text: code === 0 ? "" : stdout + stderr }).toEqual({ code: 0, text: "" });
}, 120_000);

test("Jest in CommonJS", async () => {
  const args = [bin("jest/bin/jest.js"), "--config", "jest.config.json"];
  const { code, stderr } = await runTool(process.execPath, args, folder);
  expect({ code, text: code === 0 ? "" : stderr }).toEqual({ code: 0, text: "" });
}, 120_000);

test("a page in Chromium with MSW's service worker", async () => {
  const { outputFiles } = await build({
    entryPoints: [join(folder, "browser.mjs")],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  const files: Record<string, [type: string, body: string]> = {
    "/": ["text/html", '<body><script type="module" src="/page.js"></script></body>'],
    "/page.js": ["text/javascript", outputFiles[0]?.text ?? ""],
    "/mockServiceWorker.js": [
      "text/javascript",
      await readFile(bin("msw/lib/mockServiceWorker.js"), "utf8"),
    ],
  };
  const server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ""] ?? ["text/plain", ""];
    response.setHeader("content-type", type);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('document.title === "done"', undefined, { timeout: 30_000 });
    expect(await page.textContent("body")).toBe("503 200 s failed 1");
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}, 120_000);
