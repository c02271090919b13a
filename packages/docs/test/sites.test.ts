// Tests a site with several operations, and a hosted site with several versions in a subfolder.
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { operationsOf } from "@vpcep/contract-reader";
import type { Browser } from "playwright-core";

import { operationAnchor } from "../src/call-card.js";
import { filesOf, serveSite, type SiteServer } from "../src/serve.js";
import { buildSite } from "../src/site.js";
import { buildHostedSite, type BuiltVersion } from "../src/versions.js";
import { launch, open, operation, ready, topOf } from "./browser.js";
import { severalOperations } from "./several-operations.js";

const run = promisify(execFile);
const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

let folder: string;
let browser: Browser;
beforeAll(async () => {
  [browser, folder] = await Promise.all([launch(), mkdtemp(join(tmpdir(), "sites-"))]);
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

describe("a site with several operations", () => {
  const contract = severalOperations(3);
  const operations = operationsOf(contract);
  const last = operations.map(operationAnchor).at(-1) ?? "";
  let site: SiteServer;
  const read = (name: string): Promise<string> => readFile(join(folder, "several", name), "utf8");

  beforeAll(async () => {
    await buildSite({ contractFolder: folder, contract, out: join(folder, "several") });
    site = await serveSite({ find: filesOf(join(folder, "several")) });
  });
  afterAll(() => site.close());

  test("lists each operation in openapi.md and llms.txt, with all samples", async () => {
    for (const { path } of operations) {
      expect(await read("openapi.md")).toContain(`GET ${path}`);
      expect(await read("llms.txt")).toContain(`GET ${path}`);
    }
    const markdown = await read("openapi.md");
    expect(markdown.split("#### TypeScript client").length - 1).toBe(operations.length);
    expect(markdown).toContain(
      '"https://vpcep.eu-de.otc.t-systems.com/v1/versions/$VERSION?view-mode=$VIEW_MODE"',
    );
    expect(markdown).toContain('client.GET("/v1/versions/{version}"');
    expect(markdown).toContain("See 429 under `getVpcEndpointService`.");
  });

  test("renders another operation when the reader follows a link to the operation", async () => {
    const { page, foreign, errors } = await open(browser, site.url);
    await page.locator("#contents a", { hasText: "Get a version" }).click();
    await ready(page);
    await page.waitForFunction(
      (id) => document.getElementById(id)?.textContent.includes("The version."),
      last,
    );
    const top = await topOf(page, last);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(500);
    expect(page.url()).toBe(`${site.url}#${last}`);
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
    await page.context().close();
  });

  test("opens a link to the last operation, with and without JavaScript", async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await open(browser, `${site.url}#${last}`, { javaScriptEnabled });
      if (javaScriptEnabled) {
        await ready(page);
        await page.waitForFunction(
          (id) => document.getElementById(id)?.textContent.includes("The version."),
          last,
        );
      }
      const top = await page
        .locator(`[id="${last}"]`)
        .first()
        .evaluate((element) => element.getBoundingClientRect().top);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(600);
      await page.context().close();
    }
  });
});

describe("the hosted site in a subfolder", () => {
  const address = "https://example.org/docs/vpcep/";
  let repository: string;
  let built: BuiltVersion[];
  let site: SiteServer;
  let base: string;
  const git = (...args: string[]) =>
    run("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], {
      cwd: repository,
    });

  async function release(version: string, ...tags: string[]): Promise<void> {
    const file = join(repository, "openapi/openapi.yaml");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace(/^( {2}version: ).*$/m, `$1${version}`));
    await git("add", "-A");
    await git("commit", "--quiet", "--message", version);
    for (const tag of tags) await git("tag", tag);
  }

  beforeAll(async () => {
    repository = join(folder, "repository");
    await cp(join(root, "openapi"), join(repository, "openapi"), {
      recursive: true,
      filter: (source) => !/\/(dist|node_modules|\.\w+)$/.test(source),
    });
    await git("init", "--quiet");
    await release("1.0.0-rc.1", "v1.0.0-rc.1", "video");
    await release("1.0.0", "v1.0.0");
    await release("1.1.0");
    built = await buildHostedSite({ repository, out: join(folder, "hosted"), url: address });
    site = await serveSite({ find: filesOf(join(folder, "hosted"), "/docs/vpcep/") });
    base = `${site.url}docs/vpcep/`;
  }, 120_000);
  afterAll(() => site.close());

  test("contains the working tree's site at the root, and a folder for every release and release candidate", () => {
    expect(built).toEqual([
      { version: "1.1.0", href: "./" },
      { version: "1.0.0", href: "v1.0.0/" },
      { version: "1.0.0-rc.1", href: "v1.0.0-rc.1/" },
    ]);
  });

  test("keeps the page and the fragment when the reader switches versions, with and without JavaScript", async () => {
    const part = `#${operation}/t=response&c=200&path=status`;
    const { page } = await open(browser, `${base}v1.0.0-rc.1/${part}`);
    expect(await page.locator(".notice").innerText()).toBe(
      "You are reading version 1.0.0-rc.1. The newest version is 1.1.0.",
    );
    const entries = page.locator("#versions a");
    await page.locator("button.version").click();
    expect(await entries.first().isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await entries.first().isVisible()).toBe(false);
    await page.locator("button.version").click();
    await entries.filter({ hasText: /^1\.0\.0$/ }).click();
    await page.waitForURL(`${base}v1.0.0/index.html${part}`.replace("index.html", ""));
    expect(await topOf(page, part.slice(1))).toBeLessThan(500);
    await page.goto(`${base}v1.0.0/errors.html#status-404`);
    await page.locator(".notice a").click();
    await page.waitForURL(`${base}errors.html#status-404`);
    await page.context().close();
    const plain = await open(browser, `${base}v1.0.0/`, { javaScriptEnabled: false });
    await plain.page.locator("button.version").click();
    await plain.page.locator("#versions a").first().click();
    expect(plain.page.url()).toBe(base);
    await plain.page.context().close();
  });

  test("returns 404 for an unknown URL, with a link to the start page", async () => {
    const { page } = await open(browser, base);
    const response = await page.goto(`${base}v1.0.0/no/such/page`);
    expect(response?.status()).toBe(404);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Page not found");
    await page.getByRole("link", { name: "VPC Endpoint service details" }).click();
    expect(page.url()).toBe(base);
    await page.context().close();
  });

  test("assets are cached permanently and pages are revalidated in every version", async () => {
    for (const version of ["", "v1.0.0/"]) {
      const page = await fetch(base + version);
      const asset = /assets\/style[^"]*/.exec(await page.text())?.[0] ?? "";
      expect(page.headers.get("cache-control")).toBe("no-cache");
      expect((await fetch(`${base}${version}${asset}`)).headers.get("cache-control")).toContain(
        "immutable",
      );
      expect(await readFile(join(folder, "hosted/_headers"), "utf8")).toContain(
        `\n/docs/vpcep/${version}assets/*`,
      );
    }
  });

  test("uses the site URL in the sitemap, canonical URLs, and Open Graph tags", async () => {
    const read = (name: string): Promise<string> => readFile(join(folder, "hosted", name), "utf8");
    expect(await read("sitemap.xml")).toContain(`<loc>${address}errors.html</loc>`);
    expect(await read("errors.html")).toContain(
      `<link rel="canonical" href="${address}errors.html">`,
    );
    expect(await read("errors.html")).toContain(
      `<meta property="og:url" content="${address}errors.html">`,
    );
    expect(await read("v1.0.0/errors.html")).toContain(
      `<link rel="canonical" href="${address}errors.html">`,
    );
  });

  test("a contract error in a release causes a build error that contains the tag name", async () => {
    const file = join(repository, "openapi/openapi.yaml");
    const text = await readFile(file, "utf8");
    await writeFile(file, "nonsense: [");
    await git("commit", "--quiet", "--all", "--message", "broken");
    await git("tag", "v9.0.0");
    await writeFile(file, text);
    await expect(buildHostedSite({ repository, out: join(folder, "broken") })).rejects.toThrow(
      "The contract in tag v9.0.0 can't be built",
    );
  });
});
