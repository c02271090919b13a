import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Tools that are called otherwise than their package. */
const packages: Readonly<Record<string, string>> = {
  changeset: "@changesets/cli",
  redocly: "@redocly/cli",
  spectral: "@stoplight/spectral-cli",
  tsc: "typescript",
};

/**
 * How a tool is started: npm, and the program of a package that is installed in the root, by this very Node; any other
 * command as it is. On Windows, npm and its packages have only `.cmd` files, which do not start without a shell.
 */
export function toolCommand(name: string): [command: string, ...args: string[]] {
  const script = name === "npm" ? npmScript() : packageScript(packages[name] ?? name, name);
  return script === undefined ? [name] : [process.execPath, script];
}

function packageScript(packageName: string, name: string): string | undefined {
  const folder = join(root, "node_modules", packageName);
  if (!existsSync(join(folder, "package.json"))) return undefined;
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    bin?: string | Record<string, string>;
  };
  const script = typeof bin === "string" ? bin : bin?.[name];
  return script === undefined ? undefined : join(folder, script);
}

/** The npm that runs this script, else the one that came with this Node. */
function npmScript(): string | undefined {
  const folder = dirname(process.execPath);
  return [
    process.env["npm_execpath"] ?? "",
    join(folder, "../lib/node_modules/npm/bin/npm-cli.js"),
    join(folder, "node_modules/npm/bin/npm-cli.js"),
  ].find((file) => file.endsWith("npm-cli.js") && existsSync(file));
}

export interface ToolResult {
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs npm, a program of a package that is installed in the root, or any other on the PATH, and collects what it
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
    const [program, ...first] = toolCommand(command);
    const child = spawn(program, [...first, ...args], {
      ...(cwd === undefined ? {} : { cwd }),
      env: {
        ...process.env,
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
