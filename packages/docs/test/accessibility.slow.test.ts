import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";

import { filesOf, serveSite, type SiteServer } from "../src/serve-site.js";
import { launch, open, takeOver } from "./browser.js";

const dist = join(dirname(fileURLToPath(import.meta.url)), "../dist");
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let browser: Browser;
let site: SiteServer;
let axe: string;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  [browser, site] = await Promise.all([launch(), serveSite({ find: filesOf(dist) })]);
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run({
        runOnly: values,
      }),
    levels,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

const views = [
  { name: "light", colorScheme: "light", width: 1440 },
  { name: "dark", colorScheme: "dark", width: 1440 },
  { name: "a phone", colorScheme: "light", width: 390 },
] as const;

test.each(views)("axe finds nothing in $name, before and after Redoc", async (view) => {
  const { page } = await open(browser, site.url, {
    colorScheme: view.colorScheme,
    viewport: { width: view.width, height: 900 },
    // The policy of the page would refuse axe, which no reader has.
    bypassCSP: true,
  });
  const before = await violations(page);
  await takeOver(page);
  await page.waitForTimeout(200);
  expect({ before, after: await violations(page) }).toEqual({ before: [], after: [] });
  await page.context().close();
});

test("everything that can be pressed can be reached with the keyboard", async () => {
  const { page } = await open(browser, site.url);
  await takeOver(page);
  await page.evaluate(() => {
    const names = new Set<string>();
    Object.assign(window, { names });
    document.addEventListener("focusin", ({ target }) => {
      if (target instanceof Element)
        names.add((target.getAttribute("aria-label") ?? target.textContent).trim());
    });
  });
  for (let step = 0; step < 220; step++) await page.keyboard.press("Tab");
  const reached = await page.evaluate(() => [
    ...(window as unknown as { names: Set<string> }).names,
  ]);
  for (const wanted of [
    "Search Ctrl+K",
    "light",
    "YAML",
    "Getting started",
    "Copy",
    "View security details",
    "200",
    "Collapse all",
  ])
    expect(reached).toContain(wanted);
  await page.context().close();
});

test("the search opens with the keyboard alone", async () => {
  const { page } = await open(browser, site.url);
  await page.locator(".menu-content [role=button]").first().focus();
  await page.keyboard.press("Enter");
  await page.getByPlaceholder("Search docs...").waitFor();
  expect(await page.getByPlaceholder("Search docs...").count()).toBe(1);
  await page.context().close();
});
