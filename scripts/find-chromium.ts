import { access, constants, readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where distributions, macOS and browsers' own installers put a Chromium or Chrome. */
const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
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
