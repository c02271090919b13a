import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { quietEnvironment, runTool, withoutBox } from "@vpcep/run-tool";

import type { Description } from "../load/description.js";
import type { SourceDocument } from "../load/document.js";

/** Runs the Redocly CLI in a folder and returns its error output. */
export type RunRedocly = (args: readonly string[], folder: string) => Promise<string>;

// Child processes must not inherit Node options, such as those of a test runner.
export const environment = { ...process.env, NODE_OPTIONS: "" };

export const runRedocly: RunRedocly = async (args, folder) =>
  (await runTool("redocly", args, folder, environment)).stderr;

/** A Redocly CLI process that handles many runs, one at a time. */
export interface Engine {
  readonly run: RunRedocly;
  readonly stop: () => void;
}

export function startEngine(): Engine {
  const server = fileURLToPath(new URL("engine-server.mjs", import.meta.url));
  const child = spawn(process.execPath, [server], {
    env: { ...environment, ...quietEnvironment },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const waiting: ((stderr: string) => void)[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    waiting.shift()?.(JSON.parse(line) as string);
  });
  return {
    run: (args, folder) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        child.stdin.write(`${JSON.stringify({ args, folder })}\n`);
      }),
    stop: () => child.kill(),
  };
}

/**
 * Runs a Redocly command that writes a file, and returns the file's text.
 *
 * @throws Error with Redocly's last message if Redocly does not write the file
 */
export async function outputOf(
  args: readonly string[],
  output: string,
  folder: string,
  run: RunRedocly = runRedocly,
): Promise<string> {
  const stderr = await run([...args, "--output", output], folder);
  const text = await readFile(output, "utf8").catch(() => undefined);
  if (text !== undefined) return text;
  const message = withoutBox(stderr).replaceAll(`${folder}/`, "").split("\n").at(-1)?.trim();
  throw new Error(message === undefined || message === "" ? "no error message" : message);
}

/** A description bundled into one document. */
export type Bundle = Readonly<Record<string, unknown>>;

/**
 * Bundles a description.
 *
 * @param name output file name without its extension; must be unique if several descriptions are bundled in the same
 * folder
 */
export async function bundle(folder: string, name: string, file = ""): Promise<Bundle> {
  const output = join(folder, `${name}.bundle.json`);
  return JSON.parse(await outputOf(["bundle", file], output, folder)) as Bundle;
}

/** New file paths, keyed by original path. */
export type Written = ReadonlyMap<string, string>;

/**
 * Writes a description's files to a folder and keeps their relative paths, so that references still resolve.
 *
 * @param files paths of the files to write
 * @param textOf returns the text to write for a loaded file
 * @returns the new paths
 */
export async function writeSide(
  { documents, source }: Description,
  folder: string,
  files: Iterable<string>,
  textOf = ({ text }: SourceDocument): string | Iterable<string> => text,
): Promise<Written> {
  const written = new Map<string, string>();
  for (const file of files) {
    const document = documents.get(file);
    const text = document === undefined ? source.read(file) : textOf(document);
    const path = join(folder, file);
    if (text === undefined || !path.startsWith(folder + sep)) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    written.set(file, path);
  }
  return written;
}
