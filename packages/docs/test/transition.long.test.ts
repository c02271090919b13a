// Tests hydration while a reader uses the page, with a slow network and a 4× CPU slowdown.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";

import { filesOf, serveSite, type SiteServer } from "../src/serve.js";
import { dist, launch, open, pointAtControl, topOf } from "./browser.js";

let browser: Browser;
let site: SiteServer;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serveSite({ find: filesOf(dist) })]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

const ready = (page: Page) =>
  page.waitForFunction(() => document.documentElement.dataset["redoc"] === "ready", null, {
    timeout: 90_000,
  });

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 90_000,
  });
}

test.each([1400, 768, 390, 320])(
  "keeps the scroll position, the selection, and the input at %i px",
  async (width) => {
    const { page, errors } = await open(browser, site.url, { viewport: { width, height: 800 } });
    await slowDown(page);
    await page.evaluate(() => {
      const nodes = [...document.querySelectorAll("#redoc *")];
      Object.assign(window, { nodes, jumps: [] as number[] });
    });
    await pointAtControl(page);
    // Scroll while Redoc's script loads and starts.
    let expected = 0;
    for (let step = 0; step < 6; step++) {
      await page.mouse.wheel(0, 150);
      await page.waitForTimeout(200);
      expected = await page.evaluate(() => window.scrollY);
    }
    await page.evaluate(() => {
      const name = document.querySelector(".schema-name")?.firstChild;
      if (name !== null && name !== undefined) getSelection()?.setBaseAndExtent(name, 0, name, 7);
    });
    await page.keyboard.press("Control+k");
    await page.getByLabel("Search the documentation").pressSequentially("tcp", { delay: 60 });
    await ready(page);
    await page.waitForTimeout(500);
    expect(await page.getByLabel("Search the documentation").inputValue()).toBe("tcp");
    await page.keyboard.press("Escape");
    const after = await page.evaluate(() => {
      const { nodes } = window as unknown as { nodes: Element[] };
      return {
        y: window.scrollY,
        kept: nodes.filter((node) => node.isConnected).length / nodes.length,
      };
    });
    expect(Math.abs(after.y - expected)).toBeLessThanOrEqual(2);
    expect(after.kept).toBeGreaterThan(0.995);
    expect(errors).toEqual([]);
    await page.context().close();
  },
  180_000,
);

describe("all links on the page", () => {
  test("every link opens its target in a new tab", async () => {
    const { page } = await open(browser, site.url);
    await pointAtControl(page);
    await ready(page);
    const hrefs = new Set<string>();
    for (const status of ["200", "400", "404", "429", "default"]) {
      await page.locator("[data-response-codes-tablist] [role=tab]", { hasText: status }).click();
      await page.waitForTimeout(400);
      for (const href of await page
        .locator(".api-content a[href^='#']")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? "")))
        hrefs.add(href);
    }
    await page.context().close();
    expect(hrefs.size).toBeGreaterThan(40);
    const lost: string[] = [];
    for (const href of hrefs) {
      const fresh = await open(browser, site.url + href);
      const id = decodeURIComponent(
        href.replace(/^#\/?(?:[^#]*#)?/, "").replace(/(responses)&c=\w+$/, "$1"),
      );
      // Redoc renders the tab list before it opens the tab, so wait until the tab is open.
      if (!href.endsWith(id)) {
        await ready(fresh.page);
        await fresh.page.waitForTimeout(800);
      }
      const top = await topOf(fresh.page, id).catch(() => Number.NaN);
      const text = await fresh.page.locator("#redoc").innerText();
      if (!(top > -5 && top < 700) || text.includes("No page at this address"))
        lost.push(`${href}: ${top}`);
      await fresh.page.context().close();
    }
    expect(lost).toEqual([]);
  }, 600_000);
});
