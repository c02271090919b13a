import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import { runTurbo } from "./run-turbo.js";
import { workspaceFolders } from "./workspace-folders.js";

/** The test counts that `scripts/count-tests.mjs` writes after a package's tests. */
export interface Counts {
  passed: number;
  failed: number;
  /** The duration of the Jest run, in seconds. */
  seconds: number;
}

/** Prints the totals and returns the exit code: 0 if at least one test passed and none failed, otherwise 1. */
export function printCounts(all: readonly Counts[]): 0 | 1 {
  const sum = (pick: (one: Counts) => number): number =>
    all.reduce((total, one) => total + pick(one), 0);
  const passed = sum((one) => one.passed);
  const failed = sum((one) => one.failed);
  console.log(`${passed} passed, ${failed} failed`);
  return passed > 0 && failed === 0 ? 0 : 1;
}

/**
 * Runs a test task in every package, two packages at a time, and prints a line whenever a package with tests finishes.
 * A task that ends without test counts, for example because the build failed, counts as one failed test.
 *
 * @param environment environment variables for the tests.
 * @returns the test counts for each package, and one entry for each task that ended without counts.
 */
export async function runTestTasks(
  root: string,
  task: "test" | "test:long",
  environment: NodeJS.ProcessEnv,
): Promise<Counts[]> {
  const folders = await workspaceFolders(root);
  const fileIn = (folder: string): string =>
    join(root, folder, ".turbo", `${task.replace(":", "-")}-counts.json`);
  for (const folder of folders) await rm(fileIn(folder), { force: true });

  const results = new Map<string, Counts>();
  const collect = async (): Promise<void> => {
    for (const folder of folders) {
      if (results.has(folder)) continue;
      const text = await readFile(fileIn(folder), "utf8").catch(() => "");
      // If the last newline is missing, the file is still being written.
      if (text.endsWith("\n")) {
        const counts = JSON.parse(text) as Counts;
        results.set(folder, counts);
        if (counts.passed + counts.failed > 0)
          console.log(line(folder, counts, `${counts.seconds.toFixed(0)} s`));
      }
    }
  };
  const watch = setInterval(() => void collect(), 500);
  const { code, reports } = await runTurbo(root, [task], {
    args: ["--continue=dependencies-successful", "--concurrency=2"],
    environment,
  });
  clearInterval(watch);
  await collect();

  const cached = reports.filter(
    ({ taskId, cache, command }) =>
      taskId.endsWith(`#${task}`) && cache.status === "HIT" && command !== "<NONEXISTENT>",
  );
  if (cached.length > 0) console.log(`${cached.length} of ${results.size} from the cache`);
  const counts = [...results.values()];
  for (const { taskId, command, directory, execution } of reports) {
    if (command === "<NONEXISTENT>" || execution?.exitCode === 0) continue;
    if ((results.get(directory)?.failed ?? 0) > 0) continue;
    console.error(
      execution === undefined
        ? `${taskId} did not run because a dependency failed.`
        : `${taskId} failed.`,
    );
    counts.push({ passed: 0, failed: 1, seconds: 0 });
  }
  if (code !== 0 && counts.every(({ failed }) => failed === 0))
    counts.push({ passed: 0, failed: 1, seconds: 0 });
  return counts;
}

function line(folder: string, { passed, failed }: Counts, time: string): string {
  const failures = failed === 0 ? "" : `, ${failed} failed`;
  return `${folder.padEnd(24)} ${`${passed} passed${failures}`.padEnd(24)} ${time}`;
}
