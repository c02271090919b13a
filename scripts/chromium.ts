// Finds a Chromium for the browser's tests, installs one when there is none, and starts it.
import { access, constants, readdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

import type { Browser } from "playwright-core";

import { runTool } from "@vpcep/run-tool";

/** Where distributions, macOS and browsers' own installers put a Chromium or Chrome. */
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

/** Where Playwright keeps its own builds, and what they are called inside. */
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
 * Path of a Chromium on this machine: what `CHROMIUM_PATH` names, else the usual places, else Playwright's cache.
 *
 * @returns `undefined` when there is none.
 * @throws Error when `CHROMIUM_PATH` names something that does not run.
 */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (await runs(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run.`);
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
 * Path of a Chromium that runs, installed now if need be: Debian's package as root on Debian and Ubuntu, Playwright's
 * own download elsewhere.
 *
 * @throws Error that says what to install when neither works.
 */
export async function ensureChromium(): Promise<string> {
  const found = await findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && (await runs("/usr/bin/apt-get"))) {
    console.error("No Chromium found; installing Debian's package …");
    // Two tests may need one at the same time: the second waits for the first.
    const wait = ["-o", "DPkg::Lock::Timeout=300", "-qq"];
    await runTool("apt-get", ["update", "-qq"]);
    await runTool("apt-get", ["install", "-y", ...wait, "--no-install-recommends", "chromium"]);
  } else {
    console.error("No Chromium found; letting Playwright download one …");
    const folder = dirname(createRequire(import.meta.url).resolve("playwright-core/package.json"));
    await runTool(process.execPath, [join(folder, "cli.js"), "install", "chromium"]);
  }
  const installed = await findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    "No Chromium for the browser's tests: install one (apt-get install chromium) or name it in CHROMIUM_PATH.",
  );
}

/** Path and version of a Chromium that runs, installed now if need be; a cached test result depends on the version. */
export async function ensureChromiumVersion(): Promise<{ path: string; version: string }> {
  const path = await ensureChromium();
  // Chrome on Windows prints nothing; the time of the file stands for its version there.
  const { stdout } =
    process.platform === "win32" ? { stdout: "" } : await runTool(path, ["--version"]);
  return { path, version: stdout.trim() || String((await stat(path)).mtimeMs) };
}

/** Starts Chromium without anything that would call home. The caller closes it. */
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
