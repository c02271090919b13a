import { spawn } from "node:child_process";

import { peakMemory } from "./peak-memory.js";

export interface ProcessOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** Milliseconds after which the process is ended; default 10 minutes. */
  timeoutMs?: number;
}

/** How a process went. Times in seconds, memory in megabytes. */
export interface ProcessRun {
  code: number;
  seconds: number;
  /** Resident memory of the process and all that it started, at its highest; `undefined` where /proc is missing. */
  memoryMb: number | undefined;
  stdout: string;
  stderr: string;
  timedOut: boolean;
}

/** Runs a program to its end and says how long it took and how much memory it held. Telemetry is off. */
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
      // The group: tools start others.
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

/** As `runProcess`, for what must succeed. @throws Error with the end of what the program printed. */
export async function mustRun(
  command: string,
  args: readonly string[],
  options?: ProcessOptions,
): Promise<ProcessRun> {
  const run = await runProcess(command, args, options);
  if (run.code === 0) return run;
  const said = `${run.stdout}\n${run.stderr}`.trim().split("\n").slice(-12).join("\n");
  const why = run.timedOut ? "took too long" : `ended with ${run.code}`;
  throw new Error(`${command} ${args.join(" ")} ${why}:\n${said}`);
}
