import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

export interface ToolResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Package names, keyed by command, for commands whose name differs from the package name. */
const packages: Readonly<Record<string, string>> = {
  redocly: "@redocly/cli",
  spectral: "@stoplight/spectral-cli",
  changeset: "@changesets/cli",
  tsc: "typescript",
};

/** Environment variables that turn off telemetry and update notices. */
export const quietEnvironment = {
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
} as const;

/**
 * Returns the path of the script for npm or for a command from an installed package. Run the script with
 * `process.execPath`, because the shims in `node_modules/.bin` require a shell on Windows.
 */
export function toolScript(command: string): string | undefined {
  if (command === "npm") return npmScript();
  const folder = join(root, "node_modules", packages[command] ?? command);
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) return undefined;
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as {
    bin?: string | Record<string, string>;
  };
  const script = typeof bin === "object" ? bin[command] : bin;
  return script === undefined ? undefined : join(folder, script);
}

/** Returns the path of the npm CLI that started this process, or of the npm CLI included with Node. */
function npmScript(): string | undefined {
  const folder = dirname(process.execPath);
  return [
    process.env["npm_execpath"] ?? "",
    join(folder, "../lib/node_modules/npm/bin/npm-cli.js"),
    join(folder, "node_modules/npm/bin/npm-cli.js"),
  ].find((file) => file.endsWith("npm-cli.js") && existsSync(file));
}

/**
 * Runs npm, a command from an installed package, or a program on the PATH.
 *
 * @throws Error if the command cannot be started.
 */
export function runTool(
  command: string,
  args: readonly string[],
  cwd?: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ToolResult> {
  const script = toolScript(command);
  const [program, all] =
    script === undefined ? [command, args] : [process.execPath, [script, ...args]];
  return new Promise((resolve, reject) => {
    const child = spawn(program, all, {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...environment, ...quietEnvironment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.on("error", (cause) => {
      reject(new Error(`Cannot start ${command}. Run: npm ci`, { cause }));
    });
    child.on("close", (code) => {
      resolve({ code: code ?? 1, stdout, stderr });
    });
  });
}

/** Removes the box in which Redocly prints its end-of-life notice for Node 20. */
export function withoutBox(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/^\s*[╔║╚]/.test(line))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
