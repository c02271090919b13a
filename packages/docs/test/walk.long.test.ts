// Uses every control on every page, with the mouse and with the keyboard.
import { readdir } from "node:fs/promises";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";

import { filesOf, serveSite, type SiteServer } from "../src/serve.js";
import { dist, launch, open, pointAtControl, ready } from "./browser.js";

let browser: Browser;
let site: SiteServer;
let guides: string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serveSite({ find: filesOf(dist) })]);
  guides = (await readdir(dist)).filter(
    (name) => name.endsWith(".html") && !["index.html", "404.html"].includes(name),
  );
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

describe("the mouse", () => {
  test("every control on every page works without sending requests to other origins", async () => {
    expect(guides.length).toBeGreaterThan(5);
    for (const name of ["", ...guides]) {
      const { page, foreign, errors } = await open(browser, site.url + name, {
        permissions: ["clipboard-read", "clipboard-write"],
      });
      if (name === "") {
        await pointAtControl(page);
        await ready(page);
      }
      const used = await page.evaluate(async () => {
        const seen = new Set<Element>();
        const controls = "button, summary, [role=button], [role=tab], [role=menuitem]";
        const next = () =>
          [...document.querySelectorAll<HTMLElement>(controls)].find(
            (control) => !seen.has(control) && control.checkVisibility(),
          );
        for (let control = next(); control !== undefined && seen.size < 400; control = next()) {
          seen.add(control);
          control.click();
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return seen.size;
      });
      await page.waitForTimeout(300);
      // Every page has controls for search and dark mode. The start page also has tabs.
      expect(used).toBeGreaterThan(name === "" ? 30 : 2);
      expect(used).toBeLessThan(400);
      expect({ name, foreign, errors }).toEqual({ name, foreign: [], errors: [] });
      expect(page.context().pages()).toHaveLength(1);
      expect(new URL(page.url()).origin).toBe(new URL(site.url).origin);
      await page.context().close();
    }
  }, 240_000);
});

interface Stop {
  name: string;
  /** Whether part of the element is visible and not behind the top bar. */
  inView: boolean;
  /** Whether the element has a visible focus indicator. */
  marked: boolean;
}

describe("the keyboard", () => {
  test.each(["", "getting-started.html"])(
    "the keyboard reaches every kind of control on %p, and each control has a visible focus indicator",
    async (name) => {
      const { page, errors } = await open(browser, site.url + name);
      const stops: Stop[] = [];
      const limit = 400;
      for (let step = 0; step < limit; step++) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate((): Stop | undefined => {
          const at = document.activeElement;
          if (at === null || at === document.body) return undefined;
          const { top, bottom, left, right } = at.getBoundingClientRect();
          const bar = document.querySelector(".bar");
          const covered = at.matches(".bar *, .skip")
            ? 0
            : (bar?.getBoundingClientRect().bottom ?? 0);
          const style = getComputedStyle(at);
          return {
            name: (at.getAttribute("aria-label") ?? at.textContent).trim().slice(0, 60),
            inView: bottom > covered && top < innerHeight && right > 0 && left < innerWidth,
            marked:
              (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) ||
              style.boxShadow !== "none",
          };
        });
        if (stop === undefined) break;
        stops.push(stop);
      }
      // Check that the focus has reached the end of the page.
      expect(stops.length).toBeLessThan(limit);
      expect(stops.at(-1)?.name).toBe("Redoc");
      expect(stops.filter(({ inView, marked }) => !inView || !marked)).toEqual([]);
      const names = stops.map((stop) => stop.name);
      const everywhere = ["Skip to the content", "Dark mode", "Getting started"];
      const here = name === "" ? ["curl", "Copy path", "Copy curl", "200", "id"] : ["Copy command"];
      for (const wanted of [...everywhere, ...here]) expect(names).toContain(wanted);
      expect(names.some((text) => text.startsWith("Search"))).toBe(true);
      expect(errors).toEqual([]);
      await page.context().close();
    },
    240_000,
  );

  test("opens the table of contents on a phone, reaches an entry, and closes the table of contents with Escape", async () => {
    const { page } = await open(browser, site.url, { viewport: { width: 390, height: 844 } });
    await page.locator(".contents-open").focus();
    await page.keyboard.press("Enter");
    const entry = page.locator("#contents a").first();
    expect(await entry.isVisible()).toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("#contents")?.id)).toBe(
      "contents",
    );
    await page.keyboard.press("Escape");
    expect(await entry.isVisible()).toBe(false);
    await page.context().close();
  });

  test("opens the search, selects a result, and restores the focus on close", async () => {
    const { page } = await open(browser, site.url);
    await page.locator("button.find").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("tcp_proxy");
    await page.locator("#found a").first().waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.closest("#found")?.id)).toBe("found");
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("find");
    await page.context().close();
  });
});
