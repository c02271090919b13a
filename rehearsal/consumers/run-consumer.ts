import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";

import { runTool } from "@vpcep/run-tool";
import { transform } from "esbuild";

/** The libraries to compare: our client and common alternatives. */
export const subjects = ["@vpcep/client", "openapi-fetch", "ky", "axios"] as const;

export type Subject = (typeof subjects)[number];

/** A table row: the environment and, for each library, "works" or the reason for the failure. */
export interface Row {
  readonly title: string;
  readonly results: Readonly<Record<Subject, string>>;
}

/** The contents of `consumer.json`. */
interface Consumer {
  /** The name of another project, whose files are copied first. */
  readonly extends?: string;
  /** The command that installs the packages. Default: npm. */
  readonly install?: string;
  /** The paths to which the library's test program is written. The file extension determines the module format. */
  readonly programs: readonly string[];
  /** The command for each table row. `{subject}` is replaced with the library's file name without its extension. */
  readonly steps: Readonly<Record<string, string>>;
}

type Manifest = Readonly<Record<string, unknown>> & {
  readonly dependencies?: Readonly<Record<string, string>>;
};

/** Returns the name of the library's file in `shared/`, without the extension. */
const nameOf = (subject: Subject): string => (subject === "@vpcep/client" ? "vpcep" : subject);

/** Runs a command line and returns its exit code and the end of its output. */
function runLine(line: string, folder: string, env: NodeJS.ProcessEnv): Promise<[number, string]> {
  return new Promise((resolve) => {
    const child = spawn(line, {
      cwd: folder,
      shell: true,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 300_000,
    });
    let output = "";
    const collect = (chunk: Buffer): void => {
      output = (output + chunk.toString("utf8")).slice(-20_000);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("close", (code) => {
      resolve([code ?? 1, output]);
    });
  });
}

/** Returns the first output line that mentions an error. */
const reasonIn = (output: string): string =>
  output
    .split("\n")
    .find((line) => /error|cannot|unable|refused|fail/i.test(line))
    ?.trim()
    .slice(0, 200) ?? "failed";

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, "utf8"));

/** Writes the library's test program in the format that the file extension indicates. */
async function writeProgram(shared: string, subject: Subject, file: string): Promise<void> {
  const source = await readFile(join(shared, `${nameOf(subject)}.ts`), "utf8");
  const extension = extname(file);
  const format = extension === ".cjs" ? "cjs" : "esm";
  const text =
    extension === ".ts"
      ? source
      : (await transform(source, { loader: "ts", format, platform: "node" })).code;
  await writeFile(file, text);
}

/**
 * Copies a project to a temporary folder, installs the packed packages, and runs each step for every library.
 *
 * @throws Error if the installation fails; the message contains the package manager's output.
 */
export async function runConsumer(
  source: string,
  tarballs: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
): Promise<Row[]> {
  const shared = join(dirname(source), "shared");
  const consumer = (await readJson(join(source, "consumer.json"))) as Consumer;
  const folder = await mkdtemp(join(tmpdir(), "consumer-"));
  try {
    if (consumer.extends)
      await cp(join(dirname(source), consumer.extends), folder, { recursive: true });
    await cp(source, folder, { recursive: true });
    await cp(join(shared, "run.mjs"), join(folder, "run.mjs"));
    const own = (await readJson(join(source, "package.json"))) as Manifest;
    const common = (await readJson(join(shared, "package.json"))) as Manifest;
    const dependencies = { ...common.dependencies, ...own.dependencies };
    const manifest = Object.entries(tarballs).reduce(
      (text, [name, file]) => text.replaceAll(`"TARBALL ${name}"`, JSON.stringify(`file:${file}`)),
      JSON.stringify({ ...own, dependencies }, null, 2),
    );
    await writeFile(join(folder, "package.json"), manifest);
    const registry = (await runTool("npm", ["config", "get", "registry"], folder)).stdout.trim();
    const all = { ...env, YARN_NPM_REGISTRY_SERVER: registry, npm_config_registry: registry };
    const install =
      consumer.install ?? "npm install --ignore-scripts --no-audit --no-fund --loglevel=error";
    const [code, output] = await runLine(install, folder, all);
    if (code !== 0) throw new Error(`${source} could not be installed:\n${output.slice(-3000)}`);
    const results = new Map<string, Record<string, string>>();
    for (const subject of subjects) {
      for (const file of consumer.programs) {
        await mkdir(dirname(join(folder, file)), { recursive: true });
        await writeProgram(shared, subject, join(folder, file));
      }
      for (const [title, command] of Object.entries(consumer.steps)) {
        const line = command.replaceAll("{subject}", nameOf(subject));
        const [exit, printed] = await runLine(line, folder, all);
        const result = exit === 0 ? "works" : reasonIn(printed);
        results.set(title, { ...results.get(title), [subject]: result });
        if (process.env["CONSUMER_LOG"] && exit !== 0)
          console.log(`${title}, ${subject}:\n${printed}`);
      }
    }
    return [...results].map(([title, row]) => ({ title, results: row as Row["results"] }));
  } finally {
    if (!process.env["KEEP_CONSUMERS"]) await rm(folder, { recursive: true, force: true });
  }
}
