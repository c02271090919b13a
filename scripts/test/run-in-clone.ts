import { spawn } from "node:child_process";
import { join } from "node:path";

import type { ToolResult } from "@vpcep/run-tool";

/**
 * Runs a program from the clone's `node_modules/.bin` in the clone. The program uses the clone's own task cache and
 * doesn't inherit Turborepo, Jest, or Node settings from the test runner's environment.
 */
export function runInClone(
  clone: string,
  [command, ...args]: readonly [string, ...string[]],
  environment: NodeJS.ProcessEnv = {},
): Promise<ToolResult> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(TURBO_|JEST_|NODE_OPTIONS$|NODE_ENV$)/.test(name),
  );
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: clone,
      env: {
        ...Object.fromEntries(inherited),
        PATH: `${join(clone, "node_modules/.bin")}:${process.env["PATH"] ?? ""}`,
        TURBO_TELEMETRY_DISABLED: "1",
        TURBO_NO_UPDATE_NOTIFIER: "1",
        ...environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code: code ?? 1, stdout, stderr });
    });
  });
}
