// Measures how long readers wait for a control to respond, and how long authors wait for a contract change to appear in
// the local preview.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Browser, Locator, Page } from "playwright-core";

import { startPreview } from "../preview.js";

/** Measures how many milliseconds controls take to respond, with a 4× CPU slowdown. */
export async function responseTimes(
  browser: Browser,
  url: string,
): Promise<Record<string, number>> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(url);
    const language = await interaction(page, page.getByRole("tab", { name: "Python" }));
    const copy = await interaction(page, page.getByRole("button", { name: "Copy path" }));
    const contents = await interaction(page, page.getByRole("button", { name: "Contents" }));
    await page.keyboard.press("Escape");
    const started = Date.now();
    await page
      .locator("[data-response-codes-tablist] [role=tab]")
      .first()
      .dispatchEvent("pointerover");
    await page.waitForFunction(() => document.documentElement.dataset["redoc"] === "ready");
    const ready = Date.now() - started;
    await page.waitForTimeout(500);
    const tab = page.getByRole("tab", { name: "404" });
    await tab.scrollIntoViewIfNeeded();
    const shown = page.evaluate(watchPanel);
    const tabFrame = await interaction(page, tab);
    return {
      "language tab: time to next frame, ms": language,
      "copy button: time to next frame, ms": copy,
      "contents button: time to next frame, ms": contents,
      "status tab: time to next frame, ms": tabFrame,
      "status tab: time until the response is displayed, ms": await shown,
      "time from first use until Redoc is ready, ms": ready,
    };
  } finally {
    await context.close();
  }
}

/** Clicks a control, and returns the longest time between an input event and the next paint (Event Timing API). */
async function interaction(page: Page, control: Locator): Promise<number> {
  await page.evaluate(() => {
    const state = window as unknown as { longest: number };
    state.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        state.longest = Math.max(state.longest, duration);
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  await control.click();
  await page.waitForTimeout(800);
  return page.evaluate(() => (window as unknown as { longest: number }).longest);
}

/** Runs in the page. Measures the time from the next pointer press until another response is displayed. */
async function watchPanel(): Promise<number> {
  const started = await new Promise<number>((resolve) => {
    addEventListener(
      "pointerdown",
      (event) => {
        resolve(event.timeStamp);
      },
      { capture: true, once: true },
    );
  });
  while (document.querySelector("#redoc [id*='c=200']") !== null)
    await new Promise(requestAnimationFrame);
  return (await new Promise<number>(requestAnimationFrame)) - started;
}

/** Saves three contract changes in a row, and measures how many milliseconds each change takes to appear. */
export async function previewTimes(
  browser: Browser,
  contractFolder: string,
): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), "preview-"));
  await cp(contractFolder, folder, { recursive: true });
  const preview = await startPreview({ contractFolder: folder, log: () => undefined });
  const page = await browser.newPage();
  try {
    await page.goto(preview.docsUrl);
    await page.waitForFunction(() => document.documentElement.dataset["redoc"] === "ready");
    const file = join(folder, "openapi.yaml");
    const text = await readFile(file, "utf8");
    const times: Record<string, number> = {};
    for (const change of ["first", "second", "third"]) {
      const title = `The ${change} title`;
      const started = Date.now();
      await writeFile(file, text.replace(/^( {2}title: ).*$/m, `$1${title}`));
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      times[`npm start: time until the ${change} change appears, ms`] = Date.now() - started;
    }
    return times;
  } finally {
    await page.close();
    await preview.close();
    await rm(folder, { recursive: true, force: true });
  }
}
