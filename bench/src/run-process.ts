import { spawn } from "node:child_process";

import { peakMemory } from "./peak-memory.js";

export interface ProcessOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** Time limit in milliseconds. Default: 10 minutes. */
  timeoutMs?: number;
}

/** The result of a process. Times are in seconds, and memory is in megabytes. */
export interface ProcessRun {
  code: number;
  seconds: number;
  /** Peak resident memory of the process and its descendants, or `undefined` if the system has no `/proc`. */
  memoryMb: number | undefined;
  stdout: string;
  stderr: string;
  timedOut: boolean;
}

/** Runs a program with telemetry disabled, and measures the program's duration and memory use. */
export function runProcess(
  command: string,
  args: readonly string[],
  options: ProcessOptions = {},
): Promise<ProcessRun> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: {
        ...process.env,
        REDOCLY_TELEMETRY: "off",
        REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
        TURBO_TELEMETRY_DISABLED: "1",
        TURBO_NO_UPDATE_NOTIFIER: "1",
        NO_COLOR: "1",
        ...options.env,
      },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const memory = peakMemory(child.pid ?? 0);
    let stdout = "";
    let stderr = "";
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      // Kill the whole process group, because the tools start child processes.
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    }, options.timeoutMs ?? 600_000);
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.on("error", (cause) => {
      clearTimeout(timer);
      memory.stop();
      reject(new Error(`${command} could not be started.`, { cause }));
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      const seconds = (performance.now() - started) / 1000;
      resolve({ code: code ?? 1, seconds, memoryMb: memory.stop(), stdout, stderr, timedOut });
    });
  });
}

/**
 * Like `runProcess`, but throws if the exit code isn't zero.
 *
 * @throws Error if the program fails. The error message contains the end of the program's output.
 */
export async function mustRun(
  command: string,
  args: readonly string[],
  options?: ProcessOptions,
): Promise<ProcessRun> {
  const run = await runProcess(command, args, options);
  if (run.code === 0) return run;
  const said = `${run.stdout}\n${run.stderr}`.trim().split("\n").slice(-12).join("\n");
  const why = run.timedOut ? "timed out" : `failed with exit code ${run.code}`;
  throw new Error(`${command} ${args.join(" ")} ${why}:\n${said}`);
}
