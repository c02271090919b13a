import { findChromium } from "../../../scripts/chromium.js";
import { makeDocsPages } from "../docs-pages.js";
import { kilobytes, number, spread } from "../format.js";
import { interleave } from "../interleave.js";
import { lighthouse, type PageScores } from "../lighthouse.js";
import { packageVersions } from "../package-versions.js";
import type { Findings, Goal, Section, Table } from "../section.js";
import { serveFolder } from "../static-server.js";
import { quantile, summarize } from "../statistics.js";
import { launch, type Readable, timeToReadable, visitors } from "../time-to-readable.js";
import { rounds } from "../trial.js";

const profiles = ["mobile", "desktop"] as const;
const runs = { mobile: rounds(5), desktop: rounds(3) };

type Scores = Map<string, PageScores[]>;
type Times = Map<string, Readable[]>;

/** The measured values, in the order of the table columns. If `up` is true, a higher value is better. */
const figures: {
  key: keyof PageScores;
  label: string;
  up: boolean;
  text: (value: number) => string;
}[] = [
  ...(["performance", "accessibility", "bestPractices", "seo"] as const).map((key) => ({
    key,
    label: key === "bestPractices" ? "best practices" : key === "seo" ? "SEO" : key,
    up: true,
    text: (value: number) => String(value),
  })),
  { key: "firstContentfulPaint", label: "FCP, ms", up: false, text: number },
  { key: "largestContentfulPaint", label: "LCP, ms", up: false, text: number },
  { key: "speedIndex", label: "speed index, ms", up: false, text: number },
  { key: "totalBlockingTime", label: "TBT, ms", up: false, text: number },
  { key: "layoutShift", label: "CLS", up: false, text: (value) => value.toFixed(3) },
  { key: "bytes", label: "transferred", up: false, text: kilobytes },
  { key: "requests", label: "requests", up: false, text: String },
];

const median = (scores: Scores | undefined, page: string, key: keyof PageScores): number =>
  quantile(
    (scores?.get(page) ?? []).map((run) => run[key]),
    0.5,
  );
const readable = (times: Times | undefined, page: string): number[] =>
  (times?.get(page) ?? []).flatMap(({ ms }) => (ms === undefined ? [] : [ms]));

function table(profile: string, pages: readonly string[], scores: Scores, times: Times): Table {
  return {
    title: `Lighthouse, ${profile} (medians)`,
    columns: ["metric", ...pages],
    rows: [
      ...figures.map(({ key, label, text }) => [
        label,
        ...pages.map((page) => text(median(scores, page, key))),
      ]),
      [
        "time until the operation is readable, ms",
        ...pages.map((page) => {
          const sample = readable(times, page);
          return sample.length === 0 ? "never" : spread(summarize(sample));
        }),
      ],
      [
        "requests to other origins",
        ...pages.map((page) =>
          String(Math.max(...(times.get(page) ?? []).map((one) => one.foreign))),
        ),
      ],
    ],
  };
}

/** Evaluates the goal that, in the given profile, our page is at least as good as the other pages in every metric. */
function judge(profile: string, pages: readonly string[], scores: Scores, times: Times): Goal {
  const [own = "", ...peers] = pages;
  const behind = figures.flatMap(({ key, label, up, text }) => {
    const mine = median(scores, own, key);
    return peers
      .filter((peer) => (up ? median(scores, peer, key) > mine : median(scores, peer, key) < mine))
      .map((peer) => `${label} (${text(mine)}; ${peer} ${text(median(scores, peer, key))})`);
  });
  const soonest = Math.min(...readable(times, own));
  for (const peer of peers)
    if (Math.min(...readable(times, peer)) < soonest) behind.push(`time until readable (${peer})`);
  const mine = figures.slice(0, 4).map(({ key }) => median(scores, own, key));
  return {
    goal: `Our page is at least as good as the other pages in every metric, ${profile}`,
    held: behind.length === 0,
    seen: `scores ${mine.join(" / ")}; ${behind.length === 0 ? "not worse in any metric" : `worse in ${behind.join(", ")}`}`,
  };
}

async function run(progress: (text: string) => void): Promise<Findings> {
  const chromium = await findChromium();
  if (chromium === undefined)
    throw new Error("No Chromium found. Install it or set CHROMIUM_PATH.");
  progress("building the pages");
  const pages = await makeDocsPages();
  const names = pages.map(({ name }) => name);
  const servers = await Promise.all(pages.map(({ folder }) => serveFolder(folder)));
  const browser = await launch(chromium);
  const scores = new Map<string, Scores>();
  const times = new Map<string, Times>();
  const version = browser.version();
  try {
    for (const profile of profiles) {
      const each = <Measurement>(measure: (url: string) => Promise<Measurement>) =>
        names.map((name, place) => ({ name, measure: () => measure(servers[place]?.url ?? "") }));
      times.set(
        profile,
        await interleave(
          each((url) => timeToReadable(browser, url, profile)),
          runs.mobile,
          0,
          (round) => {
            progress(`readable, ${profile}: round ${round} of ${runs.mobile}`);
          },
        ),
      );
      scores.set(
        profile,
        await interleave(
          each((url) => lighthouse(url, profile, chromium)),
          runs[profile],
          0,
          (round) => {
            progress(`Lighthouse, ${profile}: round ${round} of ${runs[profile]}`);
          },
        ),
      );
    }
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
  }
  return {
    method: [
      "All pages document the same bundled contract and are served gzipped by the same server on loopback. Redocly's page is built with build-docs and has an inline script. The Swagger UI and Scalar pages are set up as described in their READMEs, with the script in a separate file. The operation is expanded in Swagger UI.",
      `Lighthouse: up to ${runs.mobile} runs with the mobile profile and up to ${runs.desktop} with the desktop preset, alternating between pages.`,
      `Time until readable: the time from navigation, with an empty cache, until the operation's description and a parameter's description are visible, checked every 50 ms. The mobile profile has ${visitors.mobile.latency} ms of latency, 1.6 Mbit/s, and 4× CPU slowdown; the desktop profile has 40 ms of latency and 10 Mbit/s.`,
    ],
    versions: {
      Chromium: version,
      ...(await packageVersions(["lighthouse", ...pages.map((page) => page.package)])),
    },
    tables: profiles.map((profile) =>
      table(
        profile,
        names,
        scores.get(profile) ?? new Map<string, PageScores[]>(),
        times.get(profile) ?? new Map<string, Readable[]>(),
      ),
    ),
    goals: profiles.map((profile) =>
      judge(
        profile,
        names,
        scores.get(profile) ?? new Map<string, PageScores[]>(),
        times.get(profile) ?? new Map<string, Readable[]>(),
      ),
    ),
    remarks: [],
  };
}

export const docs: Section = { name: "docs", title: "Documentation page", run };
