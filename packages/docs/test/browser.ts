import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export { launchChromium as launch } from "../../../scripts/chromium.js";

export const dist = join(dirname(fileURLToPath(import.meta.url)), "../dist");

/** Redoc's ID for the contract's operation. */
export const operation = "other/getvpcendpointservice";

/** A browser page, and the errors and requests to other origins that were recorded for the page. */
export interface Watched {
  page: Page;
  /** Requests to other origins. */
  foreign: string[];
  /** Script errors and Content-Security-Policy violations. */
  errors: string[];
}

/** Opens a URL in a new browser context, and records errors and requests to other origins. */
export async function open(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    colorScheme: "light",
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const own = new URL(url).origin;
  const foreign: string[] = [];
  const errors: string[] = [];
  context.on("request", (request) => {
    const target = request.url();
    if (!/^(data|blob|about):/.test(target) && new URL(target).origin !== own) foreign.push(target);
  });
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(url);
  return { page, foreign, errors };
}

/** Moves the pointer over a Redoc control, which makes the page load Redoc. */
export const pointAtControl = (page: Page): Promise<void> =>
  page.locator("[data-response-codes-tablist] [role=tab]").first().dispatchEvent("pointerover");

export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset["redoc"] === "ready");
}

/** Returns an element's distance from the top of the viewport after scrolling has ended. */
export async function topOf(page: Page, id: string): Promise<number> {
  await page.waitForFunction((wanted) => document.getElementById(wanted) !== null, id);
  let before = Number.NaN;
  for (;;) {
    const top = await page.evaluate(
      (wanted) => document.getElementById(wanted)?.getBoundingClientRect().top ?? Number.NaN,
      id,
    );
    if (top === before) return top;
    before = top;
    await page.waitForTimeout(120);
  }
}
