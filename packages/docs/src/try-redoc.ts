// Tests the site with other releases of `@redocly/cli`. Checks whether the build can prerender the page with each
// release, and whether Redoc can hydrate the page in the browser. Arguments: npm versions or tags of the CLI. By
// default, tests two releases: the newest release, and the newest release before the pinned minor version. Prints one
// line per release, and exits with code 1 if a release fails. Requires Chromium and access to the npm registry. The
// script doesn't change the repository.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { launchChromium } from "./chromium.js";
import { filesOf, serveSite } from "./serve.js";
import { buildSite } from "./site.js";
import { newestFirst } from "./versions.js";

const run = promisify(execFile);
const here = dirname(dirname(fileURLToPath(import.meta.url)));
const [...given] = process.argv.slice(2);
const versions = given.length > 0 ? given : ["latest", await olderVersion()];
const folder = await mkdtemp(join(tmpdir(), "try-redoc-"));

try {
  for (const version of versions) {
    const result = await tried(version).catch(
      (error: unknown) =>
        `failed: ${(error instanceof Error ? error.message : String(error)).split("\n")[0] ?? ""}`,
    );
    if (result.startsWith("failed")) process.exitCode = 1;
    console.log(`@redocly/cli ${version}  ${result}`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Returns the newest release before the pinned minor version. */
async function olderVersion(): Promise<string> {
  const { devDependencies } = JSON.parse(await readFile(join(here, "package.json"), "utf8")) as {
    devDependencies: Record<string, string>;
  };
  const pinned = devDependencies["@redocly/cli"] ?? "";
  const minor = pinned.split(".").slice(0, 2).join(".");
  const { stdout } = await run("npm", ["view", `@redocly/cli@<${minor}.0`, "version", "--json"]);
  const older = [JSON.parse(stdout) as string | string[]].flat().sort(newestFirst)[0];
  if (older === undefined) throw new Error(`The registry has no @redocly/cli before ${pinned}.`);
  return older;
}

async function tried(version: string): Promise<string> {
  const prefix = join(folder, version);
  await run("npm", [
    "install",
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    "--prefix",
    prefix,
    `@redocly/cli@${version}`,
  ]);
  const out = join(folder, `site-${version}`);
  await buildSite({
    contractFolder: join(here, "../../openapi"),
    out,
    cli: join(prefix, "node_modules/@redocly/cli"),
  });
  const site = await serveSite({ find: filesOf(out) });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(site.url);
    const kept = await page.evaluate(async () => {
      const root = document.getElementById("redoc");
      const nodes = [...(root?.querySelectorAll("*") ?? [])];
      root
        ?.querySelector("[data-response-codes-tablist] [role=tab], button")
        ?.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
      const end = Date.now() + 30_000;
      while (document.documentElement.dataset["redoc"] !== "ready" && Date.now() < end)
        await new Promise((resolve) => setTimeout(resolve, 50));
      return {
        state: document.documentElement.dataset["redoc"] ?? "not started",
        kept: nodes.filter((node) => node.isConnected).length,
        all: nodes.length,
      };
    });
    const words = `${kept.kept} of ${kept.all} elements kept`;
    if (kept.state !== "ready") return `failed: Redoc is ${kept.state} after 30 s`;
    return kept.kept / kept.all > 0.99 ? `works: ${words}` : `failed: only ${words}`;
  } finally {
    await Promise.all([browser.close(), site.close()]);
  }
}
