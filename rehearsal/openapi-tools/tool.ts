// The questions to answer for each tool, and functions that run the tools.
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

export const folder = dirname(fileURLToPath(import.meta.url));
export const modules = join(folder, "node_modules");
const dist = join(dirname(dirname(folder)), "openapi/dist");

/** The files that the tools read. */
export const files = {
  "3.1": join(dist, "openapi.yaml"),
  "3.0": join(dist, "openapi-3.0.yaml"),
  schemas: join(dist, "schemas"),
} as const;

/** The questions. Each tool answers only the questions that apply to it. */
export const questions = {
  loads: "reads the contract without an error",
  compiles: "the generated code compiles with `tsc --strict`",
  values: "the documented values are kept, and any other string is allowed",
  credentials: "both authentication schemes are supported",
  call: "a call to the mock works",
} as const;

export type Question = keyof typeof questions;

export interface Answer {
  holds: boolean;
  /** The reason for a negative answer, or a note about a positive answer. */
  note?: string;
}

/** A tool's answers. Questions that don't apply to the tool are omitted. */
export type Answers = Partial<Record<Question, Answer>>;

export interface Tool {
  /** The npm package, whose installed version appears in the table. */
  package: string;
  /** The tool's usual name, if that differs from the package name. */
  name?: string;
  kind: "types" | "client" | "validator" | "server" | "parser" | "viewer";
  /** The questions for which the rehearsal requires a positive answer. */
  gates?: readonly Question[];
  edition: "3.1" | "3.0" | "schemas";
  ask(context: Context): Promise<Answers>;
}

/** The context in which a tool runs. */
export interface Context {
  /** An empty folder from which the installed tools can be resolved. */
  work: string;
  /** The base URL of a running mock that accepts the token `mock-token`. */
  mock: string;
}

export const projectId = "6e9dfd51d1124e8d8498dce894923a0d";
export const serviceId = "4189d3c2-8882-4871-a3c2-d380272eed88";

export const yes: Answer = { holds: true };
export const no = (note: string): Answer => ({ holds: false, note });

/**
 * The path to Node 24, which the newest tools need. If the Node 24 binary isn't installed, this is the path to the
 * current Node version.
 */
export const node24 = ((): string => {
  const binary = join(modules, "node24-linux-x64/bin/node");
  return existsSync(binary) ? binary : process.execPath;
})();

/** Returns the version of an installed package. */
export function versionOf(name: string): string {
  const manifest = readFileSync(join(modules, name, "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

/**
 * Runs a script from an installed package on Node 24, with telemetry turned off.
 *
 * @throws Error if the script fails; the message is the output line that explains the failure.
 */
export function run(work: string, script: string, ...args: string[]): Promise<string> {
  const quiet = {
    DO_NOT_TRACK: "1",
    KUBB_DISABLE_TELEMETRY: "1",
    REDOCLY_TELEMETRY: "off",
    CI: "1",
  };
  return new Promise((resolve, reject) => {
    execFile(
      node24,
      [script, ...args],
      { cwd: work, env: { ...process.env, ...quiet }, timeout: 120_000, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        if (error === null) resolve(`${stdout}${stderr}`);
        else reject(new Error(firstReason(`${stderr}\n${stdout}`)));
      },
    );
  });
}

/** Returns the output line that explains the failure. */
function firstReason(output: string): string {
  const lines = stripVTControlCharacters(output)
    .split("\n")
    .map((line) => line.trim());
  const reason =
    lines.find((line) => /error|cannot|failed|invalid/i.test(line)) ?? lines.find(Boolean);
  return (reason ?? "no output").replaceAll(folder, "").slice(0, 160);
}

/** Runs a program from `programs/`, and parses the answers, which the program prints as a line of JSON. */
export async function program(context: Context, name: string, ...args: string[]): Promise<Answers> {
  const output = await run(context.work, join(folder, "programs", `${name}.mjs`), ...args);
  const answers = output.split("\n").findLast((line) => line.startsWith("{"));
  if (answers === undefined) throw new Error(firstReason(output));
  return JSON.parse(answers) as Answers;
}

/** Runs a step. If the step throws an error, the answer is "no". */
export const attempt = (step: () => Promise<unknown>): Promise<Answer> =>
  step().then(
    () => yes,
    (error: unknown) => no(error instanceof Error ? firstReason(error.message) : String(error)),
  );

/** Type-checks files with strict settings. */
export const compile = (work: string, ...sources: string[]): Promise<string> =>
  run(
    work,
    join(modules, "typescript/bin/tsc"),
    ...[
      "--noEmit",
      "--strict",
      "--skipLibCheck",
      "--target",
      "es2022",
      "--lib",
      "es2022,dom,dom.iterable",
    ],
    ...["--module", "esnext", "--moduleResolution", "bundler", "--allowImportingTsExtensions"],
    ...["--types", "node", ...sources],
  );

/** Runs a TypeScript program and returns its output. */
export const execute = (work: string, source: string): Promise<string> =>
  run(work, join(modules, "tsx/dist/cli.mjs"), source);

/** Runs a tool in a new temporary folder. */
export async function askTool(tool: Tool, context: Omit<Context, "work">): Promise<Answers> {
  const work = await mkdtemp(join(tmpdir(), "openapi-tool-"));
  try {
    await mkdir(work, { recursive: true });
    await symlink(modules, join(work, "node_modules"));
    await writeFile(join(work, "package.json"), '{ "type": "module" }\n');
    return await tool.ask({ ...context, work });
  } catch (error) {
    return { loads: no(error instanceof Error ? error.message : String(error)) };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
