// Starts Chromium for the `measure`, `screenshot`, and `try-redoc` commands.
import { type Browser, chromium } from "playwright-core";

/** Path to Chromium. `CHROMIUM_PATH` overrides it. */
export const chromiumPath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
