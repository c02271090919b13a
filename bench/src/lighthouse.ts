import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import { newerNode } from "./newer-node.js";
import { bench, scratch } from "./places.js";
import { mustRun } from "./run-process.js";

/** The results of a Lighthouse run: scores from 0 to 100, times in milliseconds, and transferred bytes. */
export interface PageScores {
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  firstContentfulPaint: number;
  largestContentfulPaint: number;
  speedIndex: number;
  totalBlockingTime: number;
  layoutShift: number;
  bytes: number;
  requests: number;
}

interface Report {
  categories: Record<string, { score: number | null } | undefined>;
  audits: Record<string, { numericValue?: number; details?: { items?: unknown[] } } | undefined>;
}

const chromiumFlags =
  "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking --no-first-run";

/** Audits one page. */
export async function lighthouse(
  url: string,
  profile: "mobile" | "desktop",
  chromium: string,
): Promise<PageScores> {
  const file = join(scratch, `lighthouse-${process.pid}.json`);
  await mustRun(
    newerNode(),
    [
      join(bench, "node_modules/lighthouse/cli/index.js"),
      ...[url, "--quiet", "--output=json", `--output-path=${file}`],
      ...[`--chrome-flags=${chromiumFlags}`, "--no-enable-error-reporting"],
      ...(profile === "desktop" ? ["--preset=desktop"] : []),
    ],
    { cwd: scratch, env: { CHROME_PATH: chromium }, timeoutMs: 180_000 },
  );
  const { categories, audits } = JSON.parse(await readFile(file, "utf8")) as Report;
  await rm(file, { force: true });
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
  const figure = (name: string): number => audits[name]?.numericValue ?? Number.NaN;
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    seo: score("seo"),
    firstContentfulPaint: figure("first-contentful-paint"),
    largestContentfulPaint: figure("largest-contentful-paint"),
    speedIndex: figure("speed-index"),
    totalBlockingTime: figure("total-blocking-time"),
    layoutShift: figure("cumulative-layout-shift"),
    bytes: figure("total-byte-weight"),
    requests: audits["network-requests"]?.details?.items?.length ?? Number.NaN,
  };
}
