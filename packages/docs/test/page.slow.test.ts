import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";

import { filesOf, serveSite, type SiteServer } from "../src/serve-site.js";
import { launch, open, taken, takeOver } from "./browser.js";

const dist = join(dirname(fileURLToPath(import.meta.url)), "../dist");
const operation = "other/getvpcendpointservice";

let browser: Browser;
let site: SiteServer;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serveSite({ find: filesOf(dist) })]);
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

describe("the plain page", () => {
  test("asks its own origin only, for less than 150 kB, and not for Redoc", async () => {
    const { page, strangers, errors } = await open(browser, site.url);
    await page.waitForLoadState("networkidle");
    const loaded = await page.evaluate(() =>
      [
        ...performance.getEntriesByType("navigation"),
        ...performance.getEntriesByType("resource"),
      ].map((entry) => ({
        name: entry.name,
        bytes: (entry as PerformanceResourceTiming).transferSize,
      })),
    );
    expect(loaded.map(({ name }) => name).filter((name) => name.includes("redoc"))).toEqual([]);
    expect(loaded.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(150_000);
    expect({ strangers, errors }).toEqual({ strangers: [], errors: [] });
    await page.context().close();
  });

  test("is readable without script, every response and every example included", async () => {
    const { page } = await open(browser, site.url, { javaScriptEnabled: false });
    const text = await page.locator("body").innerText();
    for (const part of [
      "Getting started",
      "X-Auth-Token",
      "proxy_open: Proxy Protocol only.",
      "EndPoint.3062: The ID of the endpoint service is not valid.",
      "Any other status",
      '"status": "deleting"',
    ])
      expect(text).toContain(part);
    expect(await page.getByRole("button").count()).toBe(0);
    await page.context().close();
  });

  test("opens a link to a property without Redoc", async () => {
    const target = `${operation}/t=response&c=200&path=status`;
    const { page } = await open(browser, `${site.url}#${target}`);
    const box = await page.locator(`[id="${target}"]`).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(400);
    expect(await page.evaluate(() => document.documentElement.dataset["redoc"])).toBeUndefined();
    await page.context().close();
  });
});

describe("Redoc", () => {
  test("takes over without a jump, a complaint or a stranger", async () => {
    const { page, strangers, errors } = await open(browser, site.url);
    const measure = () =>
      page.evaluate(() => ({
        height: document.documentElement.scrollHeight,
        scrolled: window.scrollY,
        text: document.querySelector("#redoc main")?.textContent,
      }));
    await page.evaluate(() => {
      const state = window as unknown as { shift: number };
      state.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          state.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
      window.scrollTo(0, 1200);
    });
    const before = await measure();
    await takeOver(page);
    await page.waitForTimeout(300);
    expect(await measure()).toEqual(before);
    expect(before.scrolled).toBe(1200);
    const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
    expect(shift).toBeLessThanOrEqual(0.02);
    expect({ strangers, errors }).toEqual({ strangers: [], errors: [] });
    await page.context().close();
  });

  test("does the click that called it", async () => {
    const { page } = await open(browser, site.url);
    await page.getByRole("tab", { name: "404" }).first().click();
    await taken(page);
    const tab = page.getByRole("tab", { name: "404" }).first();
    await expect(tab.getAttribute("aria-selected")).resolves.toBe("true");
    const shown = page.locator("#redoc main");
    await page.waitForFunction(() =>
      document.querySelector("#redoc main")?.textContent.includes("belongs to another project"),
    );
    expect(await shown.innerText()).toContain("EndPoint.0005");
    await page.context().close();
  });

  test("comes for Ctrl+K and finds a property by a word of its description", async () => {
    const { page } = await open(browser, site.url);
    await page.keyboard.press("Control+k");
    await taken(page);
    const field = page.getByPlaceholder("Search docs...");
    await field.fill("Option Address");
    await page.getByText("response 200 fields").first().waitFor();
    expect(await page.getByText("tcp_proxy").count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test("copies the sample that is shown", async () => {
    const { page } = await open(browser, site.url, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await takeOver(page);
    const sample = page.locator("pre", { hasText: "PROJECT_ID=" }).first();
    const panel = page.locator('[data-component-name="Panel/Panel"]', { has: sample }).first();
    await panel.getByRole("button", { name: "Copy" }).first().click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('--header "X-Auth-Token: $OTC_TOKEN"');
    await page.context().close();
  });

  test("opens a link to a part of another response", async () => {
    const target = `${operation}/t=response&c=429&path=retry-after`;
    const { page } = await open(browser, `${site.url}#/${operation}#${target}`);
    await taken(page);
    await page.waitForFunction((id) => document.getElementById(id) !== null, target);
    await page.waitForFunction((id) => {
      const top = document.getElementById(id)?.getBoundingClientRect().top ?? -1;
      return top >= 0 && top < innerHeight;
    }, target);
    expect(await page.locator(`[id="${target}"]`).innerText()).toContain("Retry-After");
    await page.context().close();
  });

  test("changes the colours and remembers them", async () => {
    const { page } = await open(browser, site.url);
    await page.getByRole("button", { name: "light" }).click();
    await page.waitForFunction(() => document.documentElement.classList.contains("dark"));
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.className)).toContain("dark");
    await page.context().close();
  });

  test("leaves the origin on no click", async () => {
    const { page, strangers, errors } = await open(browser, site.url);
    await takeOver(page);
    const count = await page.evaluate(async () => {
      const seen = new Set<Element>();
      const next = (): HTMLElement | undefined =>
        [...document.querySelectorAll<HTMLElement>("button, [role=button], [role=menuitem]")].find(
          (button) => !seen.has(button) && button.checkVisibility(),
        );
      for (let button = next(); button !== undefined && seen.size < 400; button = next()) {
        seen.add(button);
        button.click();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return seen.size;
    });
    expect(count).toBeGreaterThan(40);
    await page.waitForTimeout(300);
    expect({ strangers, errors }).toEqual({ strangers: [], errors: [] });
    expect(page.context().pages()).toHaveLength(1);
    await page.context().close();
  });
});

test("opens from file://, offline, and Redoc takes over there too", async () => {
  const { page, strangers } = await open(browser, pathToFileURL(join(dist, "index.html")).href, {
    offline: true,
  });
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("VPC Endpoint");
  await takeOver(page);
  expect(strangers).toEqual([]);
  await page.context().close();
});

test("prints every response, and nothing that only a screen needs", async () => {
  const { page } = await open(browser, site.url);
  await page.emulateMedia({ media: "print" });
  const text = await page.locator("body").innerText();
  expect(text).toContain("Any other status");
  expect(text).toContain("Getting started");
  await expect(page.locator(".menu-content").isVisible()).resolves.toBe(false);
  await expect(page.locator(".bar").isVisible()).resolves.toBe(false);
  await page.context().close();
});

test("fits a phone, menu included", async () => {
  const { page } = await open(browser, site.url, { viewport: { width: 390, height: 844 } });
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  expect(await overflow()).toBe(0);
  await page.getByRole("button", { name: "Open navigation menu" }).click();
  await taken(page);
  const entry = page.locator(".menu-content").getByText("Waiting for a change");
  await entry.waitFor({ state: "visible" });
  expect(await overflow()).toBe(0);
  await page.context().close();
});
