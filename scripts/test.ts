// Runs tests and prints "N passed, N failed" at the end.
// - `npm test` runs the tests in every package, including browser tests, as Turborepo tasks with cached results.
// - `npm test -- <path or pattern> …` builds all packages, and then passes the arguments to a single Jest process.
import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { ensureChromiumVersion } from "./chromium.js";
import { type Counts, printCounts, runTestTasks } from "./run-test-tasks.js";
import { runTurbo } from "./run-turbo.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);

/** Flags that make Jest print information instead of running tests. */
const questions = [
  "--help",
  "-h",
  "--version",
  "-v",
  "--listTests",
  "--showConfig",
  "--clearCache",
];
/** Flags that keep Jest running or change its output format, so that no test counts are printed. */
const uncounted = ["--watch", "--watchAll", "--json"];
const has = (flags: readonly string[]): boolean =>
  args.some((arg) => flags.includes(arg.replace(/=.*$/, "")));

if (args.length === 0) {
  const chromium = await ensureChromiumVersion().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
  process.exitCode = printCounts(
    await runTestTasks(root, "test", {
      CHROMIUM_PATH: chromium.path,
      CHROMIUM_VERSION: chromium.version,
    }),
  );
} else if (has(questions)) {
  process.exitCode = await runJest();
} else {
  const build = await runTurbo(root, ["build"]);
  if (build.code !== 0) {
    console.error("The build failed, so no tests were run.");
    process.exit(build.code);
  }
  const long = process.env["REHEARSAL"] !== undefined || args.some((arg) => arg.includes(".long"));
  const file = join(root, ".turbo", long ? "test-long-counts.json" : "test-counts.json");
  await rm(file, { force: true });
  const code = await runJest(long ? { REHEARSAL: "1" } : {});
  if (has(uncounted)) process.exit(code);
  const text = await readFile(file, "utf8").catch(() => '{ "passed": 0, "failed": 0 }');
  const counts = JSON.parse(text) as Counts;
  process.exitCode = printCounts([counts]) || code;
}

function runJest(environment: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const jest = spawn(process.execPath, [join(root, "scripts/run-jest.cjs"), ...args], {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ...environment },
    });
    jest.on("error", reject);
    jest.on("close", (code) => {
      resolve(code ?? 1);
    });
  });
}
