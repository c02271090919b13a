// Reviews two versions of each public API description and prints a table of findings, time, and memory usage.
//
//   npm run real-contracts -w @vpcep/review -- --clones <folder> [--out <folder>] [--only <name>]
//
// The `--clones` folder must contain a clone of each repository in `<owner>+<name>` or `<owner>+<name>/repo`.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import type { Report } from "../../src/report/report.js";
import { toJson } from "../../src/report/to-json.js";
import { toText } from "../../src/report/to-text.js";
import { review } from "../../src/review.js";
import { realContracts, type RealContract } from "./contracts.js";

interface Outcome {
  readonly report: Report;
  readonly seconds: number;
  readonly megabytes: number;
}

const { values } = parseArgs({
  options: {
    clones: { type: "string" },
    out: { type: "string" },
    only: { type: "string" },
    one: { type: "string" },
  },
});
const start = process.env["INIT_CWD"] ?? process.cwd();
const clones = resolve(start, values.clones ?? "clones");

if (values.one === undefined) await reviewAll();
else await reviewOne(values.one);

async function reviewAll(): Promise<void> {
  console.log("| contract | verdict | breaking | additions | wording | unjudged | s | MB |");
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const contract of realContracts) {
    if (values.only !== undefined && contract.name !== values.only) continue;
    const line = await inItsOwnProcess(contract);
    console.log(line);
    if (!line.includes(" | ")) process.exitCode = 1;
  }
}

/** Runs a review in a separate process to measure and limit its memory usage. */
function inItsOwnProcess({ name }: RealContract): Promise<string> {
  return new Promise((done) => {
    const args = ["--max-old-space-size=900", "--import", "tsx", fileURLToPath(import.meta.url)];
    const out = values.out === undefined ? [] : ["--out", resolve(start, values.out)];
    const child = spawn(process.execPath, [...args, "--one", name, "--clones", clones, ...out], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    child.on("close", (code) => {
      done(text.trim() === "" ? `${name}: no report, exit code ${code ?? "none"}` : text.trim());
    });
  });
}

async function reviewOne(name: string): Promise<void> {
  const contract = realContracts.find((one) => one.name === name);
  if (contract === undefined) throw new Error(`Unknown contract: ${name}.`);
  const { report, seconds, megabytes } = await measure(contract, cloneOf(contract));
  const count = (level: string): number =>
    report.changes.filter((change) => change.level === level).length;
  const { unjudged, verdict } = report;
  console.log(
    `| ${[name, verdict, count("major"), count("minor"), count("patch"), unjudged.length, seconds.toFixed(1), megabytes].join(" | ")} |`,
  );
  if (values.out === undefined) return;
  await mkdir(values.out, { recursive: true });
  const file = join(values.out, name.replace(/\W+/g, "-").toLowerCase());
  await writeFile(`${file}.json`, toJson(report));
  await writeFile(`${file}.txt`, toText(report));
}

function cloneOf({ repository }: RealContract): string {
  const folder = join(clones, repository.replace("/", "+"));
  const found = [join(folder, "repo"), folder].find((path) => existsSync(path));
  if (found === undefined)
    throw new Error(
      `No clone of ${repository}. Run: git clone --bare https://github.com/${repository} ${folder}`,
    );
  return found;
}

async function measure({ file, base, head }: RealContract, root: string): Promise<Outcome> {
  const before = performance.now();
  const report = await review({
    root,
    base: `${base}:${file}`,
    head: `${head}:${file}`,
    quick: true,
  });
  return {
    report,
    seconds: (performance.now() - before) / 1000,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
