// Tests Redoc in Chromium: hydration preserves the page state, and URLs scroll to the correct element.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { isObject, type JsonObject, operationsOf } from "@vpcep/contract-reader";
import type { Browser } from "playwright-core";

import { fieldsOf } from "../src/fields.js";
import { plainAddress } from "../src/browser/links.js";
import { filesOf, serveSite, type SiteServer } from "../src/serve.js";
import { dist, launch, open, operation, pointAtControl, ready, topOf } from "./browser.js";

let browser: Browser;
let site: SiteServer;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serveSite({ find: filesOf(dist) })]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

describe("hydration", () => {
  test.each([
    ["light", 1400],
    ["dark", 1400],
    ["light", 390],
  ] as const)(
    "hydration keeps the elements, scroll position, focus, and selection in %s mode at %i px",
    async (colorScheme, width) => {
      const { page, foreign, errors } = await open(browser, site.url, {
        colorScheme,
        viewport: { width, height: 844 },
      });
      await page.evaluate(() => {
        const root = document.getElementById("redoc");
        const state = { nodes: [...(root?.querySelectorAll("*") ?? [])], shift: 0 };
        Object.assign(window, { state });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            state.shift += (entry as unknown as { value: number }).value;
        }).observe({ type: "layout-shift" });
        window.scrollTo(0, 900);
        const name = document.querySelector(".schema-name")?.firstChild;
        if (name !== null && name !== undefined) getSelection()?.setBaseAndExtent(name, 1, name, 6);
        document.querySelector<HTMLElement>(".fields a")?.focus({ preventScroll: true });
      });
      const before = await page.evaluate(() => ({
        y: window.scrollY,
        url: location.href,
        colours: document.documentElement.className,
      }));
      await pointAtControl(page);
      await ready(page);
      await page.waitForTimeout(400);
      const after = await page.evaluate(() => {
        const { nodes, shift } = (
          window as unknown as { state: { nodes: Element[]; shift: number } }
        ).state;
        return {
          kept: nodes.filter((node) => node.isConnected).length / nodes.length,
          shift,
          y: window.scrollY,
          url: location.href,
          colours: document.documentElement.className,
          selected: getSelection()?.toString(),
          focused: document.activeElement?.textContent,
        };
      });
      expect(after.kept).toBeGreaterThan(0.995);
      expect(after.shift).toBeLessThan(0.001);
      expect(Math.abs(after.y - before.y)).toBeLessThanOrEqual(2);
      expect(after).toMatchObject({
        url: before.url,
        colours: before.colours,
        selected: "rojec",
        focused: "id",
      });
      expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
      await page.context().close();
    },
  );

  test("performs the click that loaded Redoc, and shows the example for the selected status", async () => {
    const { page } = await open(browser, site.url);
    const tab = page.getByRole("tab", { name: "404" });
    await page.locator(`[id="${operation}/responses"]`).evaluate((place) => {
      place.scrollIntoView();
    });
    const top = (await tab.boundingBox())?.y ?? Number.NaN;
    await tab.click();
    await ready(page);
    await page.waitForFunction(() =>
      document.querySelector("#redoc")?.textContent.includes("After a deletion this is"),
    );
    expect(
      await page.locator("[data-response-codes-tablist] [aria-selected=true]").innerText(),
    ).toBe("404");
    expect(await page.locator(".panel-response-samples").innerText()).toContain("EndPoint.0005");
    // The panel below the tabs changes its height, but the tabs must not move.
    await page.setViewportSize({ width: 1300, height: 900 });
    await page.waitForTimeout(300);
    expect(Math.abs(((await tab.boundingBox())?.y ?? Number.NaN) - top)).toBeLessThanOrEqual(60);
    expect(page.url()).toBe(site.url);
    await page.context().close();
  });

  test("highlights a clicked control before Redoc handles the click", async () => {
    const { page } = await open(browser, site.url);
    await pointAtControl(page);
    await ready(page);
    const state = (): Promise<unknown> =>
      page.getByRole("tab", { name: "404" }).evaluate((tab: HTMLElement) => {
        if (tab.ariaSelected === "false") tab.click();
        return [tab.hasAttribute("data-used"), tab.ariaSelected];
      });
    expect(await state()).toEqual([true, "false"]);
    await page.waitForFunction(() => document.querySelector("[data-used]") === null);
    expect(await state()).toEqual([false, "true"]);
    await page.context().close();
  });

  test("find-in-page finds all fields, documented values, and statuses before and after hydration", async () => {
    const { page } = await open(browser, site.url);
    const contract = (await (await fetch(`${site.url}openapi.json`)).json()) as JsonObject;
    const [details] = operationsOf(contract);
    const content = details?.responses.get("200")?.["content"];
    const json = isObject(content) ? content["application/json"] : undefined;
    const fields = fieldsOf(contract, isObject(json) ? (json["schema"] ?? null) : null);
    const texts = [
      ...fields.map(({ name }) => name),
      ...fields
        .filter(({ depth }) => depth === 0)
        .flatMap(({ values }) => values?.values.map(({ value }) => value) ?? []),
      ...(details?.responses.keys() ?? []),
    ];
    expect(texts.length).toBeGreaterThan(40);
    const lost = (): Promise<string[]> =>
      page.evaluate(
        (all) =>
          all.filter((text) => {
            getSelection()?.removeAllRanges();
            return !(window as unknown as { find(text: string): boolean }).find(text);
          }),
        texts,
      );
    expect(await lost()).toEqual([]);
    await pointAtControl(page);
    await ready(page);
    expect(await lost()).toEqual([]);
    await page.context().close();
  });

  test("shows an error if Redoc's script doesn't load, and keeps the other features working", async () => {
    const { page } = await open(browser, site.url);
    await page.route("**/redoc.*.js", (route) => route.abort());
    await page.getByRole("tab", { name: "404" }).click();
    await page.getByText("This control needs a script that didn't load.").first().waitFor();
    await page.getByRole("tab", { name: "Python" }).click();
    expect(await page.locator("[data-sample=python]").isVisible()).toBe(true);
    await page.keyboard.press("Control+k");
    await page.getByLabel("Search the documentation").fill("tcp_proxy");
    await page.locator("#found a").first().waitFor();
    await page.context().close();
  });
});

describe("URLs", () => {
  const field = `${operation}/t=response&c=200&path=tcp_proxy`;
  const nested = `${operation}/t=response&c=200&path=ports[]/protocol`;
  const elsewhere = `${operation}/t=response&c=429&path=retry-after`;

  test.each([
    ["a field", field, `#${field}`],
    ["a field in Redoc's URL format", field, `#/${operation}#${field}`],
    ["a nested field", nested, `#${nested}`],
    ["a header of a different response", elsewhere, `#${elsewhere}`],
    ["the responses", `${operation}/responses`, `#/${operation}#${operation}/responses`],
  ])(
    "a link to %s scrolls to the same position in a new page and after a reload",
    async (_, id, hash) => {
      const { page, errors } = await open(browser, site.url + hash);
      const fresh = await topOf(page, id);
      // Wait, because Redoc reads its route from the URL while it starts.
      await page.waitForFunction(() => document.documentElement.dataset["redoc"] !== "loading");
      await page.waitForTimeout(50);
      expect(page.url()).toBe(`${site.url}#${id}`);
      expect(fresh).toBeGreaterThanOrEqual(56);
      expect(fresh).toBeLessThan(500);
      await page.reload();
      expect(Math.abs((await topOf(page, id)) - fresh)).toBeLessThanOrEqual(2);
      expect(await page.locator("#redoc").innerText()).not.toContain("No page at this address");
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );

  test.each(["", `#${field}`, "#errors"])(
    "a URL copied during Redoc's startup has the fragment %p",
    async (hash) => {
      const { page } = await open(browser, site.url + hash);
      await page.evaluate(() => {
        const seen = new Set<string>();
        Object.assign(window, { seen });
        new MutationObserver(() => seen.add(location.hash)).observe(document, {
          subtree: true,
          childList: true,
          attributes: true,
        });
      });
      await pointAtControl(page);
      await ready(page);
      const seen = await page.evaluate(() => [...(window as unknown as { seen: string[] }).seen]);
      expect(seen.length).toBeGreaterThan(1);
      expect(new Set(seen.map(plainAddress))).toEqual(new Set([hash]));
      await page.context().close();
    },
  );

  test.each([field, nested, elsewhere, "errors"])(
    "a link to %s works without JavaScript",
    async (id) => {
      const { page } = await open(browser, `${site.url}#${id}`, { javaScriptEnabled: false });
      const box = await page
        .locator(`[id="${id}"]`)
        .first()
        .evaluate((element) => element.getBoundingClientRect().top);
      expect(box).toBeGreaterThanOrEqual(0);
      expect(box).toBeLessThan(500);
      await page.context().close();
    },
  );

  test("the URL doesn't contain Redoc's route after the reader follows links or goes back and forward", async () => {
    const { page, errors } = await open(browser, site.url);
    await pointAtControl(page);
    await ready(page);
    const urls: string[] = [];
    await page.locator(`[id="${field}"] a`).first().click({ force: true });
    urls.push(page.url());
    await page.locator("#contents a", { hasText: "Errors and remedies" }).click();
    urls.push(page.url());
    await page.locator(`#contents a[href$="#${operation}"]`).click();
    urls.push(page.url());
    expect(urls).toEqual([
      `${site.url}#${field}`,
      `${site.url}#errors`,
      `${site.url}#${operation}`,
    ]);
    await page.goBack();
    expect(page.url()).toBe(`${site.url}#errors`);
    await page.goBack();
    expect(page.url()).toBe(`${site.url}#${field}`);
    await page.waitForTimeout(200);
    expect(await page.locator("#redoc").innerText()).not.toContain("No page at this address");
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
