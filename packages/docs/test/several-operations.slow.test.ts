import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";

import { buildSite } from "../src/build-site.js";
import { codeSamples } from "../src/code-samples.js";
import { drawnAtMost } from "../src/is-drawn-later.js";
import { operationAnchor } from "../src/operation-anchor.js";
import { operationsOf } from "../src/operations-of.js";
import { filesOf, serveSite, type SiteServer } from "../src/serve-site.js";
import { launch, open, taken, takeOver } from "./browser.js";
import { severalOperations } from "./several-operations.js";

const contract = severalOperations(drawnAtMost + 2);
const operations = operationsOf(contract);
const drawn = operations.slice(0, drawnAtMost);
const later = operations.slice(drawnAtMost);
const last = later.map(operationAnchor).at(-1) ?? "";

let folder: string;
let html: string;
let drawnLater: number;
let browser: Browser;
let site: SiteServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "several-"));
  const out = join(folder, "site");
  drawnLater = await buildSite({ contractFolder: folder, contract, out });
  html = await readFile(join(out, "index.html"), "utf8");
  [browser, site] = await Promise.all([launch(), serveSite({ find: filesOf(out) })]);
}, 120_000);

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
  await rm(folder, { recursive: true });
});

test("the first operations are drawn whole, their samples included", async () => {
  const { page } = await open(browser, site.url, { javaScriptEnabled: false });
  for (const place of drawn) {
    const [curl] = codeSamples(contract, place);
    const element = page.locator(`[id="${operationAnchor(place)}"]`);
    const text = await element.innerText();
    expect(text).toContain("vpc_endpoint_service_id");
    expect(text).toContain(curl?.source.trim().split("\n").at(-1)?.trim());
    expect(await element.locator('div[aria-hidden="true"]:empty').count()).toBe(0);
  }
  await page.context().close();
});

test("every other operation is named in its place, in the menu and on paper", async () => {
  expect(drawnLater).toBe(later.length);
  const { page } = await open(browser, site.url);
  for (const place of later) {
    const call = `GET ${place.path}`;
    expect(await page.locator(`[id="${operationAnchor(place)}"]`).innerText()).toContain(call);
    expect(await page.locator(`.menu-content a[href="#${operationAnchor(place)}"]`).count()).toBe(
      1,
    );
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".plain").innerText()).toContain(call);
    await page.emulateMedia({ media: "screen" });
  }
  await page.context().close();
});

test("every link of the bar and of the menu leads somewhere", async () => {
  const { page } = await open(browser, site.url);
  const lost = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLAnchorElement>(
        '.bar a[href^="#"], .menu-content a[href^="#"]',
      ),
    ]
      .map(({ hash }) => decodeURIComponent(hash.slice(1)))
      .filter((id) => id !== "" && document.getElementById(id) === null),
  );
  expect(lost).toEqual([]);
  expect(html).toContain(`href="#${operationAnchor(operations[0])}">Operations</a>`);
  await page.context().close();
});

test("Redoc takes over without a jump", async () => {
  const { page, errors } = await open(browser, site.url);
  const measure = () =>
    page.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      scrolled: window.scrollY,
    }));
  await page.evaluate(() => {
    window.scrollTo(0, 1200);
  });
  const before = await measure();
  await takeOver(page);
  await page.waitForTimeout(300);
  expect(await measure()).toEqual(before);
  expect(errors).toEqual([]);
  await page.context().close();
});

test("an operation that is only named is drawn as soon as a reader is there", async () => {
  const { page, strangers, errors } = await open(browser, `${site.url}#${last}`);
  // Six operations are drawn here, which takes a busy machine long.
  page.setDefaultTimeout(60_000);
  await taken(page);
  await page.waitForFunction(
    (id) => document.getElementById(id)?.textContent.includes("Responses"),
    last,
  );
  await page.waitForFunction((id) => {
    const top = document.getElementById(id)?.getBoundingClientRect().top ?? -1;
    return top >= 0 && top < innerHeight;
  }, last);
  expect({ strangers, errors }).toEqual({ strangers: [], errors: [] });
  await page.context().close();
});
