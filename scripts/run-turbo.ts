import { spawn } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const turbo = join(dirname(fileURLToPath(import.meta.url)), "turbo.cjs");

/** A task in Turborepo's run summary. Times are in milliseconds since the Unix epoch. */
export interface TaskReport {
  taskId: string;
  /** The package folder, relative to the root. */
  directory: string;
  /** The task's command, or `<NONEXISTENT>` if the package has no script for the task. */
  command: string;
  cache: { status: "HIT" | "MISS" };
  /** Omitted if the task didn't run because a dependency failed. */
  execution?: { startTime: number; endTime: number; exitCode: number };
}

/** Options for `runTurbo`. */
export interface TurboSettings {
  /** Additional arguments for turbo, such as `--continue`. Default: none. */
  args?: readonly string[];
  /** Additional environment variables. Default: none. */
  environment?: NodeJS.ProcessEnv;
}

/**
 * Runs tasks with Turborepo. Prints only the output of failing tasks.
 *
 * @param root the workspace folder.
 * @returns the exit code and a report for each task.
 * @throws Error if turbo can't be started.
 */
export async function runTurbo(
  root: string,
  tasks: readonly string[],
  { args = [], environment = {} }: TurboSettings = {},
): Promise<{ code: number; reports: TaskReport[] }> {
  const runs = join(root, ".turbo/runs");
  await rm(runs, { recursive: true, force: true });
  const quiet = ["--output-logs=errors-only", "--log-order=grouped", "--summarize"];
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, [turbo, "run", ...tasks, ...quiet, ...args], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let rest = "";
    const print = (chunk: string): void => {
      const lines = `${rest}${chunk}`.split("\n");
      rest = lines.pop() ?? "";
      const kept = lines.filter(isOfATask);
      if (kept.length > 0) console.error(kept.join("\n"));
    };
    child.stdout.setEncoding("utf8").on("data", print);
    child.stderr.setEncoding("utf8").on("data", print);
    child.on("error", (cause) => {
      reject(new Error("turbo could not be started. Run npm ci.", { cause }));
    });
    child.on("close", (exit) => {
      print("\n");
      resolve(exit ?? 1);
    });
  });
  const reports: TaskReport[] = [];
  for (const name of await readdir(runs).catch((): string[] => [])) {
    const summary = JSON.parse(await readFile(join(runs, name), "utf8")) as { tasks: TaskReport[] };
    reports.push(...summary.tasks);
  }
  return { code, reports };
}

/** Lines to omit: turbo and npm messages around a failed task's output, and Jest's lines for passing test files. */
const chatter = [
  /^\s*•/,
  /^npm (warn|error)/,
  /^>/,
  /^cache (miss|hit|bypass)/,
  /^\s*(Tasks|Cached|Time|Summary|Failed):/,
  /^\s*(WARNING|ERROR)\s/,
  /^PASS /,
  /^::(group|endgroup)/,
];

/** Checks whether a line is output from the failed task itself. */
function isOfATask(line: string): boolean {
  const said = line.replace(/^[^\s:]+:[a-z:]+: ?/, "");
  return said.trim() !== "" && !chatter.some((pattern) => pattern.test(said));
}
