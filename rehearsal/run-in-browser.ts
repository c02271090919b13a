import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { launchChromium } from "../scripts/chromium.js";

/**
 * Runs a module script on a page in Chromium, and waits until the script sets the page title to "done".
 *
 * @returns the page's text.
 * @throws Error if the title isn't set; the message contains the page's errors.
 */
export async function runInBrowser(script: string): Promise<string> {
  const server = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(isScript ? script : '<body><script type="module" src="/page.js"></script></body>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launchChromium();
  const errors: string[] = [];
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('document.title === "done"', undefined, { timeout: 30_000 });
    return ((await page.textContent("body")) ?? "").trim();
  } catch (error) {
    throw new Error(`The page did not finish: ${errors.join("\n")}`, { cause: error });
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
