// Takes the screenshots `docs-page.png` and `docs-page-dark.png` for the READMEs, and saves them in `docs/images/`.
// Requires the built site and Chromium. `CHROMIUM_PATH` sets the browser path.
import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { launchChromium } from "./chromium.js";
import { filesOf, serveSite } from "./serve.js";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const images = join(here, "../../docs/images");

const site = await serveSite({ find: filesOf(join(here, "dist")) });
const browser = await launchChromium();
try {
  await mkdir(images, { recursive: true });
  for (const [colorScheme, name] of [
    ["light", "docs-page.png"],
    ["dark", "docs-page-dark.png"],
  ] as const) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, colorScheme });
    await page.goto(site.url);
    await page.evaluate(() => document.fonts.ready);
    const path = join(images, name);
    await page.screenshot({ path });
    console.log(`docs/images/${name}  ${((await stat(path)).size / 1000).toFixed(0)} kB`);
    await page.close();
  }
} finally {
  await Promise.all([browser.close(), site.close()]);
}
