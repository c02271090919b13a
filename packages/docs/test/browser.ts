import { existsSync } from "node:fs";

import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Everything that a page complained about or asked of others, to be empty at the end of a test. */
export interface Watched {
  page: Page;
  /** Requests to anything but the origin of the page. */
  strangers: string[];
  /** Errors of scripts and of the Content-Security-Policy. */
  errors: string[];
}

export const launch = (): Promise<Browser> => {
  const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) throw new Error("No Chromium: run these tests with npm test.");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--no-first-run",
    ],
  });
};

/** Opens `url` in a fresh context and watches what happens there. */
export async function open(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    colorScheme: "light",
    ...options,
  });
  const page = await context.newPage();
  const own = new URL(url).origin;
  const strangers: string[] = [];
  const errors: string[] = [];
  context.on("request", (request) => {
    const target = request.url();
    if (/^(data|blob|about):/.test(target)) return;
    const { origin } = new URL(target);
    if (origin !== own) strangers.push(target);
  });
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(url);
  return { page, strangers, errors };
}

/** Points at a control, as a reader does, and waits until Redoc has taken over. */
export async function takeOver(page: Page): Promise<void> {
  await page.locator("#redoc button").first().dispatchEvent("pointerover");
  await taken(page);
}

export async function taken(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset["redoc"] === "ready");
}
