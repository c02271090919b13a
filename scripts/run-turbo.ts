import { spawn } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** One task as turbo's run summary tells it. Times are milliseconds since the epoch. */
export interface TaskReport {
  taskId: string;
  cache: { status: "HIT" | "MISS" };
  execution: { startTime: number; endTime: number; exitCode: number };
}

/**
 * Runs tasks through Turborepo, printing only what fails, and reads its summary.
 *
 * @returns the exit code, and a report per task (none when turbo itself could not start).
 */
export async function runTurbo(
  root: string,
  tasks: readonly string[],
): Promise<{ code: number; reports: TaskReport[] }> {
  const runs = join(root, ".turbo/runs");
  await rm(runs, { recursive: true, force: true });
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(
      turboBinary(),
      ["run", ...tasks, "--output-logs=errors-only", "--log-order=grouped", "--summarize"],
      {
        cwd: root,
        env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let output = "";
    const collect = (chunk: Buffer): void => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (cause) => {
      reject(new Error("turbo could not be started; run npm ci first.", { cause }));
    });
    child.on("close", (exit) => {
      if (exit !== 0) console.error(withoutChatter(output));
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

/** What turbo and npm say of themselves around the output of a task that failed. */
const chatter = [
  /^\s*•/,
  /^npm (warn|error)/,
  /^>/,
  /^cache (miss|hit|bypass)/,
  /^\s*(Tasks|Cached|Time|Summary|Failed):/,
  /^\s*ERROR\s+run failed/,
];

/** Keeps what the failed task itself said, under its name. */
function withoutChatter(output: string): string {
  const kept = output.split("\n").filter((line) => {
    const said = line.replace(/^[^\s:]+:[a-z:]+: ?/, "");
    return said.trim() !== "" && !chatter.some((pattern) => pattern.test(said));
  });
  return kept.join("\n");
}

/** The program itself, not npm's wrapper script: one Node start less for each run. */
function turboBinary(): string {
  const require = createRequire(import.meta.url);
  const name = process.platform === "win32" ? "turbo.exe" : "turbo";
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const wrapper = createRequire(join(dirname(require.resolve("turbo/package.json")), "bin/turbo"));
  for (const family of ["@turbo/", "turbo-"]) {
    try {
      const arch = process.arch === "x64" ? "64" : process.arch;
      return join(
        dirname(wrapper.resolve(`${family}${platform}-${arch}/package.json`)),
        "bin",
        name,
      );
    } catch {
      // The other naming of the platform packages.
    }
  }
  return "turbo";
}
