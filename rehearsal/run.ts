// Runs the rehearsal: the packages' long tests, and tests that need additional dependencies.
//
// - `npm run rehearse` runs all parts.
// - `npm run rehearse <part> …` runs the given parts. The part `long` runs the long tests in all packages.
// - `npm run rehearse -- --core` runs the parts that must pass before a merge.
// - `npm run rehearse -- --list` lists the parts.
//
// Prints "N passed, N failed" at the end.
import { spawn } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { ensureChromiumVersion } from "../scripts/chromium.js";
import { type Counts, printCounts, runTestTasks } from "../scripts/run-test-tasks.js";
import { runTurbo } from "../scripts/run-turbo.js";
import { installRehearsal } from "./install.js";

const folder = dirname(fileURLToPath(import.meta.url));
const root = dirname(folder);

/** The parts of the rehearsal that run before every merge. The other parts run every night and before a release. */
const core = ["long", "tarballs", "release", "runtimes", "vendor-signature"];

const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const folders = entries
  .filter((entry) => entry.name.endsWith(".test.ts") && !entry.parentPath.includes("node_modules"))
  .map((entry) => entry.parentPath.slice(folder.length + 1).split(/[\\/]/)[0] ?? "");
const parts = ["long", ...new Set(folders.sort())];

const args = process.argv.slice(2);
if (args.includes("--list")) {
  for (const part of parts) console.log(core.includes(part) ? `${part} (core)` : part);
  process.exit(0);
}
const unknown = args.filter((arg) => arg !== "--core" && !parts.includes(arg));
if (unknown.length > 0) {
  console.error(`Unknown part: ${unknown.join(", ")}. The parts are ${parts.join(", ")}.`);
  process.exit(2);
}
const named = parts.filter((part) => args.includes(part));
const chosen = args.includes("--core")
  ? parts.filter((part) => core.includes(part) || named.includes(part))
  : named.length > 0
    ? named
    : parts;

const started = Date.now();
const build = await runTurbo(root, ["build"]);
if (build.code !== 0) {
  console.error("The build failed, so no tests were run.");
  process.exit(build.code);
}
const { path: CHROMIUM_PATH } = await ensureChromiumVersion();
if (chosen.some((part) => part !== "long")) await installRehearsal(folder);

const all: Counts[] = [];
for (const [index, part] of chosen.entries()) {
  console.log(`\n[${index + 1}/${chosen.length}] ${part}, after ${minutes()}`);
  const counts =
    part === "long"
      ? await runTestTasks(root, "test:long", { CHROMIUM_PATH })
      : await runPart(part, { CHROMIUM_PATH, REHEARSAL: "1" });
  all.push(...counts);
}
console.log(`\nThe rehearsal took ${minutes()}.`);
process.exitCode = printCounts(all);

function minutes(): string {
  const seconds = Math.round((Date.now() - started) / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Runs Jest in a part's folder. If Jest reports no test counts, the run counts as one failed test. */
async function runPart(part: string, environment: NodeJS.ProcessEnv): Promise<Counts[]> {
  const file = join(folder, ".turbo/test-long-counts.json");
  await rm(file, { force: true });
  const pattern = `/rehearsal/${part}/`;
  const code = await new Promise<number>((resolve, reject) => {
    const jest = spawn(
      process.execPath,
      [join(root, "scripts/run-jest.cjs"), "--runInBand", "--testPathPatterns", pattern],
      { cwd: folder, stdio: "inherit", env: { ...process.env, ...environment } },
    );
    jest.on("error", reject);
    jest.on("close", (exit) => {
      resolve(exit ?? 1);
    });
  });
  const text = await readFile(file, "utf8").catch(() => undefined);
  const counts = text === undefined ? undefined : (JSON.parse(text) as Counts);
  if (counts !== undefined && (code === 0 || counts.failed > 0)) return [counts];
  console.error(`The part ${part} ended before its tests were counted.`);
  return [...(counts === undefined ? [] : [counts]), { passed: 0, failed: 1, seconds: 0 }];
}
