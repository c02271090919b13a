// Finds, installs, and starts Chromium for the browser tests.
import { access, constants, readdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

import type { Browser } from "playwright-core";

import { runTool } from "@vpcep/run-tool";

/** The paths where Linux distributions, macOS, and Windows install Chromium or Chrome. */
const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
] as const;

/** The folders where Playwright stores its Chromium builds, and the executable paths in these builds. */
const playwrightCaches = [".cache/ms-playwright", "Library/Caches/ms-playwright"] as const;
const playwrightBinaries = [
  "chrome-linux64/chrome",
  "chrome-linux/chrome",
  "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
] as const;

const runs = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

/**
 * Looks for Chromium in `CHROMIUM_PATH`, then in the usual locations, then in Playwright's cache.
 *
 * @returns the path, or `undefined` if there is no Chromium.
 * @throws Error if `CHROMIUM_PATH` is not an executable file.
 */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (await runs(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which is not an executable file.`);
  }
  for (const place of usualPlaces) if (await runs(place)) return place;
  for (const cache of playwrightCaches) {
    const folder = join(homedir(), cache);
    for (const build of await readdir(folder).catch((): string[] => [])) {
      if (!build.startsWith("chromium-")) continue;
      for (const binary of playwrightBinaries) {
        const place = join(folder, build, binary);
        if (await runs(place)) return place;
      }
    }
  }
  return undefined;
}

/**
 * Finds Chromium and installs it if necessary: with apt-get if running as root on Debian or Ubuntu, otherwise with
 * Playwright.
 *
 * @returns the path.
 * @throws Error if there is no Chromium and the installation fails.
 */
export async function ensureChromium(): Promise<string> {
  const found = await findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && (await runs("/usr/bin/apt-get"))) {
    console.error("No Chromium found. Installing it with apt-get …");
    // If two processes install Chromium at the same time, the second one waits for the lock.
    const wait = ["-o", "DPkg::Lock::Timeout=300", "-qq"];
    await runTool("apt-get", ["update", "-qq"]);
    await runTool("apt-get", ["install", "-y", ...wait, "--no-install-recommends", "chromium"]);
  } else {
    console.error("No Chromium found. Downloading it with Playwright …");
    const folder = dirname(createRequire(import.meta.url).resolve("playwright-core/package.json"));
    await runTool(process.execPath, [join(folder, "cli.js"), "install", "chromium"]);
  }
  const installed = await findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    "No Chromium found for the browser tests. Install it (apt-get install chromium) or set CHROMIUM_PATH.",
  );
}

/** Like `ensureChromium`, but also returns the version, which is part of the cache key for test results. */
export async function ensureChromiumVersion(): Promise<{ path: string; version: string }> {
  const path = await ensureChromium();
  // Chrome on Windows doesn't print its version, so use the file's modification time instead.
  const { stdout } =
    process.platform === "win32" ? { stdout: "" } : await runTool(path, ["--version"]);
  return { path, version: stdout.trim() || String((await stat(path)).mtimeMs) };
}

/** Starts Chromium and turns off its background network requests. The caller must close the browser. */
export async function launchChromium(): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--no-first-run",
    ],
  });
}
