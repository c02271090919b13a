// Tests the built site in Chromium: the initial view, and the features of all pages.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";

import { filesOf, serveSite, type SiteServer } from "../src/serve.js";
import { dist, launch, open, operation, pointAtControl, ready, topOf } from "./browser.js";

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

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function violations(page: Page, rules = [...wcag, "best-practice"]): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run({
        runOnly: values,
      }),
    rules,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

describe("the initial view", () => {
  test.each([
    [1400, 900],
    [390, 844],
  ])(
    "shows the path, the authentication methods, and a sample at %i × %i px",
    async (width, height) => {
      const { page, foreign, errors } = await open(browser, site.url, {
        viewport: { width, height },
      });
      for (const part of [
        page.locator(".call-line .method"),
        page.locator(".call-line .path"),
        page.locator(".call-facts dd", { hasText: "X-Auth-Token" }),
        page.locator("[data-sample=curl] pre"),
      ]) {
        const box = await part.first().boundingBox();
        expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
        expect(
          await part.first().evaluate((element) => element.scrollHeight - element.clientHeight),
        ).toBeLessThanOrEqual(1);
      }
      expect(await page.locator(".call-line .path").innerText()).toBe(
        "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
      );
      expect(await page.locator(".call-facts a", { hasText: "Get a token" }).isVisible()).toBe(
        true,
      );
      const loaded = await page.evaluate(() =>
        [
          ...performance.getEntriesByType("navigation"),
          ...performance.getEntriesByType("resource"),
        ].map((entry) => (entry as PerformanceResourceTiming).transferSize),
      );
      expect(loaded.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(150_000);
      expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
      await page.context().close();
    },
  );

  test.each([1400, 768, 390, 320])(
    "has no horizontal scrolling and no overlapping elements at %i px",
    async (width) => {
      for (const name of ["", "getting-started.html", "errors.html", "source.html"]) {
        const { page } = await open(browser, site.url + name, { viewport: { width, height: 800 } });
        const found = await page.evaluate(() => {
          const boxes = [...document.querySelectorAll(".bar > *, .call-line > *, .call-facts > *")]
            .filter((element) => element.checkVisibility())
            .map(
              (element) =>
                ({
                  name: element.className || element.tagName,
                  ...element.getBoundingClientRect().toJSON(),
                }) as DOMRect & { name: string },
            );
          const overlaps = boxes.flatMap((one, index) =>
            boxes
              .slice(index + 1)
              .filter(
                (other) =>
                  one.left < other.right - 1 &&
                  other.left < one.right - 1 &&
                  one.top < other.bottom - 1 &&
                  other.top < one.bottom - 1,
              )
              .map((other) => `${one.name} and ${other.name}`),
          );
          return { wider: document.documentElement.scrollWidth - innerWidth, overlaps };
        });
        expect({ name, ...found }).toEqual({ name, wider: 0, overlaps: [] });
        await page.context().close();
      }
    },
  );

  test("shows all samples, copies the selected sample, and restores the selection before the first paint", async () => {
    const { page } = await open(browser, site.url, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const tabs = page.locator(".call [role=tab]");
    expect(await tabs.allInnerTexts()).toEqual([
      "curl",
      "TypeScript client",
      "TypeScript fetch",
      "Python",
      "Go",
    ]);
    await tabs.first().focus();
    await page.keyboard.press("ArrowLeft");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Go");
    await tabs.nth(3).click();
    await page.getByRole("button", { name: "Copy Python" }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(
      "with urlopen(request, timeout=30) as response:\n    print(json.dumps(",
    );
    // Block the deferred script, so that only the inline script runs.
    await page.route("**/boot.*.js", (route) => route.abort());
    await page.reload();
    expect(await page.locator("[data-sample]:visible").count()).toBe(1);
    expect(await page.locator("[data-sample=python]").isVisible()).toBe(true);
    await page.context().close();
  });

  test("loads Redoc when the reader points at a control, but not at a link", async () => {
    const { page } = await open(browser, site.url);
    await page.locator(".api-content a").first().hover();
    await page.locator(".fields a").first().focus();
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => document.documentElement.dataset["redoc"])).toBeUndefined();
    await pointAtControl(page);
    expect(await page.evaluate(() => document.documentElement.dataset["redoc"])).toBe("loading");
    await page.context().close();
  });
});

describe("all pages", () => {
  test.each([
    ["light", 1400],
    ["dark", 1400],
    ["light", 390],
  ] as const)("pages have no axe violations in %s mode at %i px", async (colorScheme, width) => {
    const { page } = await open(browser, site.url, {
      colorScheme,
      viewport: { width, height: 900 },
      // The page's Content-Security-Policy blocks the axe script.
      bypassCSP: true,
    });
    const start = await violations(page);
    await page.keyboard.press("Control+k");
    await page.getByLabel("Search the documentation").fill("token");
    await page.locator("#found a").first().waitFor();
    const search = await violations(page, wcag);
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "404" }).click();
    await ready(page);
    await page.waitForFunction(() =>
      document.querySelector("#redoc")?.textContent.includes("After a deletion this is"),
    );
    const redoc = await violations(page, wcag);
    await page.goto(`${site.url}authentication.html`);
    expect({ start, search, redoc, guide: await violations(page) }).toEqual({
      start: [],
      search: [],
      redoc: [],
      guide: [],
    });
    await page.context().close();
  });

  test("the search finds and opens sections and fields", async () => {
    const { page } = await open(browser, site.url);
    await page.keyboard.press("Control+k");
    await page.getByLabel("Search the documentation").fill("access keys sign");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/authentication.html#sign-requests-with-access-keys");
    await page.keyboard.press("Control+k");
    await page.getByLabel("Search the documentation").fill("tcp_proxy");
    await page.locator("#found a").first().click();
    await page.waitForURL(`**/#${operation}/t=response&c=200&path=tcp_proxy`);
    expect(await topOf(page, `${operation}/t=response&c=200&path=tcp_proxy`)).toBeLessThan(500);
    await page.context().close();
  });

  test("the selected color scheme persists on other pages and after Redoc loads", async () => {
    const { page } = await open(browser, site.url);
    await page.getByRole("button", { name: "Dark mode" }).click();
    await page.goto(`${site.url}errors.html`);
    expect(await page.evaluate(() => document.documentElement.classList.contains("dark"))).toBe(
      true,
    );
    await page.goto(site.url);
    await pointAtControl(page);
    await ready(page);
    expect(await page.evaluate(() => document.documentElement.className)).toBe("js dark");
    await page.getByRole("button", { name: "Dark mode" }).click();
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => document.documentElement.className)).toBe("js light");
    await page.context().close();
  });

  test("a button opens the table of contents on a phone, and Escape closes it, with and without JavaScript", async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await open(browser, site.url, {
        viewport: { width: 320, height: 640 },
        javaScriptEnabled,
      });
      const entry = page.locator("#contents a", { hasText: "Waiting for a change" });
      expect(await entry.isVisible()).toBe(false);
      await page.locator(".contents-open").click();
      expect(await entry.isVisible()).toBe(true);
      await page.keyboard.press("Escape");
      expect(await entry.isVisible()).toBe(false);
      await page.context().close();
    }
  });

  test("pages are complete without JavaScript and have no controls that require it", async () => {
    const { page } = await open(browser, site.url, { javaScriptEnabled: false });
    const text = await page.locator("body").innerText();
    for (const part of [
      "X-Auth-Token",
      "proxy_open: Proxy Protocol only.",
      "EndPoint.3062: The endpoint service ID is invalid.",
      "Any other error status",
      '"status": "deleting"',
    ])
      expect(text).toContain(part);
    expect(await page.getByRole("button").filter({ visible: true }).allInnerTexts()).toEqual([]);
    await page.context().close();
  });

  test("the printed page contains all responses and no navigation", async () => {
    const { page } = await open(browser, site.url);
    await page.emulateMedia({ media: "print" });
    const text = await page.locator("body").innerText();
    expect(text).toContain("Any other status");
    for (const part of [".bar", "#contents", "#redoc"])
      expect(await page.locator(part).isVisible()).toBe(false);
    await page.context().close();
  });

  test("the selected tab has a different background in forced-colors mode", async () => {
    const { page } = await open(browser, site.url, { forcedColors: "active" });
    const [chosen, other] = await page
      .locator("[data-response-codes-tablist] [role=tab]")
      .evaluateAll((tabs) => tabs.slice(0, 2).map((tab) => getComputedStyle(tab).backgroundColor));
    expect(chosen).not.toBe(other);
    await page.context().close();
  });

  test("pages and Redoc work offline from file://", async () => {
    const { page, foreign } = await open(browser, pathToFileURL(join(dist, "index.html")).href, {
      offline: true,
    });
    await pointAtControl(page);
    await ready(page);
    expect(foreign).toEqual([]);
    await page.context().close();
  });
});
