// Serves the built site on loopback with gzip, measures the site, and prints the median of each metric. Doesn't check
// the values against any limits. `RUNS` sets the number of runs (default: 5), and `CHROMIUM_PATH` sets the browser
// path. Options:
//   --no-lighthouse  don't install or run Lighthouse
//   --json           print all values of each metric as a JSON object
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { chromiumPath, launchChromium } from "./chromium.js";
import { lighthouse } from "./measure/lighthouse.js";
import { previewTimes, responseTimes } from "./measure/waiting.js";
import { filesOf, serveSite } from "./serve.js";

const { values: options } = parseArgs({
  options: { "no-lighthouse": { type: "boolean" }, json: { type: "boolean" } },
});
const runs = Number(process.env["RUNS"] ?? 5);
const here = dirname(dirname(fileURLToPath(import.meta.url)));
const measured = new Map<string, number[]>();
const below: string[] = [];

function add(figures: Record<string, number>): void {
  for (const [name, value] of Object.entries(figures))
    measured.set(name, [...(measured.get(name) ?? []), value]);
}

const site = await serveSite({ find: filesOf(join(here, "dist")) });
const browser = await launchChromium();
try {
  for (let index = 0; index < runs; index++) add(await responseTimes(browser, site.url));
  for (let index = 0; index < runs; index++)
    add(await previewTimes(browser, join(here, "../../openapi")));
  if (options["no-lighthouse"] !== true) {
    const found = await lighthouse(site.url, runs, chromiumPath);
    found.figures.forEach(add);
    below.push(...found.below);
  }
} finally {
  await Promise.all([browser.close(), site.close()]);
}

if (options.json === true) console.log(JSON.stringify(Object.fromEntries(measured)));
else {
  for (const [name, values] of measured) print(name, values);
  for (const title of below) console.log(`below 0.9: ${title}`);
}

function print(name: string, all: readonly number[]): void {
  const values = [...all].sort((one, other) => one - other);
  const median = values[Math.floor(values.length / 2)] ?? Number.NaN;
  console.log(
    `${name.padEnd(46)} ${String(round(median)).padStart(8)}   (${values.map(round).join(" ")})`,
  );
}

function round(value: number): number {
  return value > 5 ? Math.round(value) : Math.round(value * 1000) / 1000;
}
