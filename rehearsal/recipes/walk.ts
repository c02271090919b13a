import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect } from "@jest/globals";
import type { ToolResult } from "@vpcep/run-tool";
import { format, resolveConfig } from "prettier";
import { parseDocument, type Document } from "yaml";

import { cloneWorkspace } from "../../scripts/test/clone-workspace.js";
import { runInClone } from "../../scripts/test/run-in-clone.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The scripts to run before opening a pull request. */
const gates = ["generate", "check", "build", "lint", "typecheck", "review", "test"] as const;

/** A clone of the repository in which a test follows a recipe. */
export interface Walk {
  folder: string;
  read(file: string): Promise<string>;
  /** Checks whether a file contains the given text. */
  mentions(file: string, text: string): Promise<boolean>;
  /** Writes a file, formatted with Prettier. */
  write(file: string, text: string): Promise<void>;
  /** Edits a YAML file and preserves its comments. */
  editYaml(file: string, edit: (document: Document) => void): Promise<void>;
  /** Replaces a string that must occur exactly once. */
  replace(file: string, from: string, to: string): Promise<void>;
  /** Runs a command in the clone. */
  runCommand(...command: [string, ...string[]]): Promise<ToolResult>;
  /** Returns the findings from `npm run check`, each as "<file> <kind>". */
  missing(): Promise<string[]>;
  /** Runs all scripts in `gates`, and expects them to succeed. */
  expectGreen(): Promise<void>;
  remove(): Promise<void>;
}

/** Clones this repository, including uncommitted changes, into a temporary folder. */
export async function startWalk(): Promise<Walk> {
  const work = await realpath(await mkdtemp(join(tmpdir(), "recipe-")));
  const folder = join(work, "clone");
  await cloneWorkspace(root, folder);
  const environment = {
    // Reuses the results of earlier builds and tests.
    TURBO_CACHE_DIR: join(root, ".turbo/cache"),
    ...Object.fromEntries(
      ["GIT_AUTHOR", "GIT_COMMITTER"].flatMap((who) => [
        [`${who}_NAME`, "Recipe"],
        [`${who}_EMAIL`, "recipe@example.com"],
      ]),
    ),
  };
  const run = (...command: [string, ...string[]]): Promise<ToolResult> =>
    runInClone(folder, command, environment);
  const succeed = async (...command: [string, ...string[]]): Promise<string> => {
    const { code, stdout, stderr } = await run(...command);
    if (code !== 0) throw new Error(`${command.join(" ")} failed:\n${stdout}\n${stderr}`);
    return stdout;
  };
  await succeed("git", "add", "--all");
  await succeed("git", "commit", "--quiet", "--allow-empty", "--message", "Current state");
  await succeed("git", "remote", "remove", "origin");
  await succeed("git", "checkout", "--quiet", "-B", "main");
  await succeed("git", "switch", "--quiet", "--force-create", "recipe");

  const read = (file: string): Promise<string> => readFile(join(folder, file), "utf8");
  const write = async (file: string, text: string): Promise<void> => {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    const options = await resolveConfig(join(root, file));
    await writeFile(path, await format(text, { ...options, filepath: path }));
  };
  const runScript = (script: string): Promise<ToolResult> => run("npm", "run", "--silent", script);
  return {
    folder,
    read,
    mentions: async (file, text) => (await read(file)).includes(text),
    write,
    async editYaml(file, edit) {
      const document = parseDocument(await read(file));
      edit(document);
      await write(file, document.toString({ lineWidth: 0 }));
    },
    async replace(file, from, to) {
      const parts = (await read(file)).split(from);
      expect([file, parts.length - 1]).toEqual([file, 1]);
      await write(file, parts.join(to));
    },
    runCommand: run,
    async missing() {
      const { stdout } = await runScript("check");
      return [...stdout.matchAll(/^(\S+?)(?::\d+)? {2}([a-z ]+)$/gm)].map(
        ([, place = "", kind = ""]) => `${place} ${kind}`,
      );
    },
    async expectGreen() {
      const failed: string[] = [];
      for (const gate of gates) {
        const { code, stdout, stderr } = await runScript(gate);
        if (code !== 0) failed.push(`npm run ${gate}: exit code ${code}\n${stdout}\n${stderr}`);
      }
      expect(failed).toEqual([]);
    },
    remove: () => rm(work, { recursive: true, force: true }),
  };
}
