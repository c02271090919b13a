// Starts Chromium for the commands measure, screenshot, and try-redoc.
import { type Browser, chromium } from "playwright-core";

/** Path of Chromium. `CHROMIUM_PATH` overrides it. */
export const chromiumPath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
