import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { findChromium } from "../../../scripts/chromium.js";
import { folderSize } from "../folder-size.js";
import { kilobytes, number } from "../format.js";
import { growSource } from "../grow-source.js";
import { packageVersions } from "../package-versions.js";
import { root } from "../places.js";
import { runProcess } from "../run-process.js";
import type { Findings, Goal, Section, Table } from "../section.js";
import { serveFolder } from "../static-server.js";
import { growthExponent } from "../statistics.js";
import { launch, timeToReadable } from "../time-to-readable.js";
import { trial } from "../trial.js";
import { type Clone, makeClone } from "../workspace-clone.js";

const sizes = trial ? [1, 10, 100] : [1, 10, 100, 1000];
const patienceMs = 240_000;
const tsx = join(root, "node_modules/.bin/tsx");
const tsc = join(root, "node_modules/.bin/tsc");

/** The pipeline's steps, each on its own; `seconds` of a step that ran out of time is undefined. */
const steps = [
  { name: "bundle", command: tsx, args: ["packages/codegen/src/bundle.ts"] },
  { name: "lint", command: tsx, args: ["packages/ruleset/lint/lint-contract.ts", "source"] },
  { name: "types", command: tsx, args: ["packages/codegen/src/check.ts", "types"] },
  { name: "type check", command: tsc, args: ["-p", "packages/types/tsconfig.build.json"] },
  { name: "docs", command: tsx, args: ["packages/docs/src/build.ts"] },
] as const;

interface Step {
  name: string;
  seconds: number | undefined;
  memoryMb: number | undefined;
  /** Why there is no figure, or nothing. */
  trouble: string;
}
interface Grown {
  operations: number;
  steps: Step[];
  bytes: Record<"contract" | "types" | "docs page" | "docs site", number>;
  readableMs: number | undefined;
}

async function measureStep(clone: Clone, step: (typeof steps)[number]): Promise<Step> {
  const run = await runProcess(step.command, step.args, {
    cwd: clone.folder,
    timeoutMs: patienceMs,
  });
  const { name } = step;
  const failed = run.timedOut || run.code !== 0;
  const lastLine = `${run.stdout}\n${run.stderr}`.trim().split("\n").at(-1) ?? "";
  const trouble = run.timedOut
    ? `ended after ${patienceMs / 1000} s`
    : `failed: ${lastLine.slice(0, 120)}`;
  return {
    name,
    seconds: failed ? undefined : run.seconds,
    memoryMb: run.memoryMb,
    trouble: failed ? trouble : "",
  };
}

async function readable(folder: string): Promise<number | undefined> {
  const chromium = await findChromium();
  if (chromium === undefined) return undefined;
  const server = await serveFolder(folder);
  const browser = await launch(chromium);
  try {
    const summary = "Query the details of one VPC endpoint service of Open Telekom Cloud.";
    return (await timeToReadable(browser, server.url, "desktop", [summary])).ms;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function grow(operations: number, progress: (text: string) => void): Promise<Grown> {
  const clone = await makeClone();
  try {
    await growSource(join(clone.folder, "openapi"), operations);
    const seen: Step[] = [];
    for (const step of steps) {
      progress(`${operations} operations: ${step.name}`);
      seen.push(await measureStep(clone, step));
    }
    const size = async (file: string): Promise<number> =>
      (await readFile(join(clone.folder, file)).catch(() => "")).length;
    const built = seen.find(({ name }) => name === "docs")?.seconds !== undefined;
    return {
      operations,
      steps: seen,
      bytes: {
        contract: await size("openapi/dist/openapi.json"),
        types: await size("packages/types/src/schema.gen.ts"),
        "docs page": await size("packages/docs/dist/index.html"),
        "docs site": (await folderSize(join(clone.folder, "packages/docs/dist"))).bytes,
      },
      readableMs: built ? await readable(join(clone.folder, "packages/docs/dist")) : undefined,
    };
  } finally {
    await clone.remove();
  }
}

const seconds = (grown: Grown, name: string): number | undefined =>
  grown.steps.find((step) => step.name === name)?.seconds;

/** Points of a figure over the operations, without those that could not be measured. */
function points(seen: readonly Grown[], figure: (grown: Grown) => number | undefined) {
  return seen.flatMap((grown) => {
    const value = figure(grown);
    return value === undefined || value === 0
      ? []
      : [[grown.operations, value] as [number, number]];
  });
}

/** Judged by the step to the largest size: below, the start of the tools hides all growth. */
function judge(seen: readonly Grown[]): Goal[] {
  const figures: [string, (grown: Grown) => number | undefined][] = [
    ...steps.map(({ name }): [string, (grown: Grown) => number | undefined] => [
      `time of ${name}`,
      (grown) => seconds(grown, name),
    ]),
    ["size of the contract", (grown) => grown.bytes.contract],
    ["size of the types", (grown) => grown.bytes.types],
    ["size of the docs site", (grown) => grown.bytes["docs site"]],
    ["time to readable", (grown) => grown.readableMs],
  ];
  return figures.map(([name, figure]) => {
    const large = points(seen, figure).slice(-2);
    const missing = seen.filter((grown) => figure(grown) === undefined);
    const exponent = large.length < 2 ? undefined : growthExponent(large);
    return {
      goal: `Linear or better: ${name}`,
      held: exponent === undefined ? undefined : exponent <= 1.1 && missing.length === 0,
      seen:
        (exponent === undefined ? "too few points" : `exponent ${exponent.toFixed(2)}`) +
        (missing.length === 0
          ? ""
          : `; no figure at ${missing.map(({ operations }) => operations).join(", ")} operations`),
    };
  });
}

function table(seen: readonly Grown[]): Table {
  const step = (grown: Grown, name: string): string => {
    const found = grown.steps.find((one) => one.name === name);
    if (found?.seconds === undefined) return found?.trouble ?? "–";
    return `${number(found.seconds)} s, ${found.memoryMb ?? "?"} MB`;
  };
  return {
    title: "Each step by the number of operations: time, and memory at its highest",
    columns: ["step", ...seen.map(({ operations }) => operations.toLocaleString("en-US"))],
    rows: [
      ...steps.map(({ name }) => [name, ...seen.map((grown) => step(grown, name))]),
      ...(["contract", "types", "docs page", "docs site"] as const).map((name) => [
        `${name}, bytes`,
        ...seen.map(({ bytes }) => (bytes[name] === 0 ? "–" : kilobytes(bytes[name]))),
      ]),
      [
        "page readable (desktop)",
        ...seen.map(({ readableMs }) =>
          readableMs === undefined ? "–" : `${number(readableMs)} ms`,
        ),
      ],
    ],
  };
}

async function run(progress: (text: string) => void): Promise<Findings> {
  const seen: Grown[] = [];
  for (const operations of sizes) seen.push(await grow(operations, progress));
  return {
    method: [
      `A clean clone in which the contract has grown to so many operations: numbered copies of the one operation, each with a response and a schema in files of their own. Each step of the pipeline then runs once, alone, for at most ${patienceMs / 1000} s, and must succeed. The exponent is that of the step to the largest size: 1 is linear.`,
      "One part is made for one operation and is not in it: the client, written by hand. The page of the docs counts as readable once the summary of the contract is laid out. It holds the first five operations whole and names the others, which Redoc draws when a reader comes near.",
    ],
    versions: await packageVersions([
      ...["@redocly/cli", "@stoplight/spectral-cli", "openapi-typescript", "typescript"],
    ]),
    tables: [table(seen)],
    charts: [
      {
        kind: "lines",
        file: "growth.svg",
        title: "The pipeline over the number of operations",
        xLabel: "operations",
        yLabel: "seconds",
        series: steps
          .map(({ name }) => ({
            label: name,
            points: points(seen, (grown) => seconds(grown, name)),
          }))
          .filter((series) => series.points.length > 0),
      },
      {
        kind: "lines",
        file: "growth-size.svg",
        title: "What is made, over the number of operations",
        xLabel: "operations",
        yLabel: "kB",
        series: (["contract", "types", "docs site"] as const).map((name) => ({
          label: name,
          points: points(seen, ({ bytes }) => bytes[name] / 1000),
        })),
      },
    ],
    goals: judge(seen),
    remarks: seen.flatMap(({ operations, steps: list }) =>
      list
        .filter(({ trouble }) => trouble !== "")
        .map(({ name, trouble }) => `${name} at ${operations} operations ${trouble}.`),
    ),
  };
}

export const growth: Section = { name: "growth", title: "Growth", run };
