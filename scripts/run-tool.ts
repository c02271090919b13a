import { spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const binaries = join(dirname(dirname(fileURLToPath(import.meta.url))), "node_modules/.bin");

export interface ToolResult {
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs a program of the root's `node_modules/.bin`, or any other on the PATH, and collects what it
 * prints. Telemetry and update notices of the tools that know such a switch are off.
 *
 * @throws Error with one line that names the tool when it cannot be started.
 */
export function runTool(
  command: string,
  args: readonly string[],
  cwd?: string,
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: {
        ...process.env,
        PATH: [binaries, process.env["PATH"]].join(delimiter),
        REDOCLY_TELEMETRY: "off",
        REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
        TURBO_TELEMETRY_DISABLED: "1",
        TURBO_NO_UPDATE_NOTIFIER: "1",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.on("error", (cause) => {
      reject(new Error(`${command} could not be started; run npm ci first.`, { cause }));
    });
    child.on("close", (code) => {
      resolve({ code: code ?? 1, stdout, stderr });
    });
  });
}

/** Takes Redocly's end-of-life box for Node 20 out of its output: known, and no part of any verdict. */
export function withoutBox(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/^\s*[╔║╚]/.test(line))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
