// The browser of the commands that measure the site, take pictures of it, and try other releases of Redoc.
import { type Browser, chromium } from "playwright-core";

/** Path of a Chromium; `CHROMIUM_PATH` names another. */
export const chromiumPath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
