import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { runTool } from "@vpcep/run-tool";
import { spawn } from "node:child_process";

/** The compared libraries: our client and common alternatives. */
export const subjects = ["@vpcep/client", "openapi-fetch", "ky", "axios"] as const;

export type Subject = (typeof subjects)[number];

/** A row of the table: the environment, and for each library `true` or the reason for the failure. */
export interface Row {
  readonly title: string;
  readonly results: Readonly<Record<Subject, string>>;
}

interface Consumer {
  /** The package manager. Default: npm. */
  readonly install?: string;
  /** Commands by row title. `{subject}` is the file name of a library without its extension. */
  readonly steps: Readonly<Record<string, string>>;
}

/** The file name of a library. */
const fileOf = (subject: Subject): string => (subject === "@vpcep/client" ? "vpcep" : subject);

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

/** The first line of the output that mentions an error. */
const reasonIn = (output: string): string =>
  output
    .split("\n")
    .find((line) => /error|cannot|unable|refused|fail/i.test(line))
    ?.trim()
    .slice(0, 200) ?? "failed";

/**
 * Copies a project to a temporary folder, installs the packed packages, and runs each step for every library.
 *
 * @throws Error with the output of the package manager if the installation fails.
 */
export async function runConsumer(
  source: string,
  tarballs: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "consumer-"));
  try {
    await cp(source, folder, { recursive: true });
    const manifest = await readFile(join(folder, "package.json"), "utf8");
    const filled = Object.entries(tarballs).reduce(
      (text, [name, file]) => text.replaceAll(`"TARBALL ${name}"`, JSON.stringify(`file:${file}`)),
      manifest,
    );
    await writeFile(join(folder, "package.json"), filled);
    const { install, steps } = JSON.parse(
      await readFile(join(folder, "consumer.json"), "utf8"),
    ) as Consumer;
    const registry = (await runTool("npm", ["config", "get", "registry"], folder)).stdout.trim();
    const all = { ...env, YARN_NPM_REGISTRY_SERVER: registry, npm_config_registry: registry };
    const [code, output] = await runLine(
      install ?? "npm install --ignore-scripts --no-audit --no-fund --loglevel=error",
      folder,
      all,
    );
    if (code !== 0) throw new Error(`${source} could not be installed:\n${output.slice(-3000)}`);
    const rows: Row[] = [];
    for (const [title, command] of Object.entries(steps)) {
      const results: [Subject, string][] = [];
      for (const subject of subjects) {
        const line = command.replaceAll("{subject}", fileOf(subject));
        const [exit, printed] = await runLine(line, folder, all);
        results.push([subject, exit === 0 ? "works" : reasonIn(printed)]);
        if (process.env["CONSUMER_LOG"] && exit !== 0)
          console.log(`${title}, ${subject}:\n${printed}`);
      }
      rows.push({ title, results: Object.fromEntries(results) as Row["results"] });
    }
    return rows;
  } finally {
    if (!process.env["KEEP_CONSUMERS"]) await rm(folder, { recursive: true, force: true });
  }
}
