// Finds a Chromium for the browser's tests, or installs one: Debian's package as root on Debian and Ubuntu,
// Playwright's own download elsewhere. Says in one line what is missing when neither works.
import { access } from "node:fs/promises";

import { findChromium } from "./find-chromium.js";
import { runTool } from "@vpcep/run-tool";

const there = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/**
 * Path of a Chromium that runs, installed now if need be.
 *
 * @throws Error with one line that says what to install.
 */
export async function ensureChromium(): Promise<string> {
  const found = await findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && (await there("/etc/debian_version"))) {
    console.error("No Chromium found; installing Debian's package …");
    await runTool("apt-get", ["update", "-qq"]);
    await runTool("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
  } else {
    console.error("No Chromium found; letting Playwright download one …");
    await runTool("playwright-core", ["install", "chromium"]);
  }
  const installed = await findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    "No Chromium for the browser's tests: install one (apt-get install chromium) or name it in CHROMIUM_PATH.",
  );
}
