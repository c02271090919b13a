import { spawn } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const turbo = join(dirname(fileURLToPath(import.meta.url)), "turbo.cjs");

/** One task as turbo's run summary tells it. Times are milliseconds since the epoch. */
export interface TaskReport {
  taskId: string;
  /** Folder of the package, relative to the root. */
  directory: string;
  /** `<NONEXISTENT>` for a package without such a script. */
  command: string;
  cache: { status: "HIT" | "MISS" };
  /** Absent when the task did not run, because one that it needs failed. */
  execution?: { startTime: number; endTime: number; exitCode: number };
}

/** Settings of a run. */
export interface TurboSettings {
  /** More arguments of turbo, such as `--continue`. Default: none. */
  args?: readonly string[];
  /** Variables beside those of this process. Default: none. */
  environment?: NodeJS.ProcessEnv;
}

/**
 * Runs tasks through Turborepo, printing only what fails as soon as it fails, and reads its summary.
 *
 * @param root folder of the workspace.
 * @returns the exit code, and a report per task (none when turbo itself could not start).
 * @throws Error when turbo cannot be started.
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
      reject(new Error("turbo could not be started; run npm ci first.", { cause }));
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

/** What turbo and npm say of themselves around the output of a task that failed, and Jest's lines for what passed. */
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

/** Whether a line is what a failed task itself said. */
function isOfATask(line: string): boolean {
  const said = line.replace(/^[^\s:]+:[a-z:]+: ?/, "");
  return said.trim() !== "" && !chatter.some((pattern) => pattern.test(said));
}
