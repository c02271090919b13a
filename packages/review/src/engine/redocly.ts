import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";

import type { Description } from "../load/description.js";

const cli = join(
  dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")),
  "bin/cli.js",
);

/** The result of running the Redocly CLI. */
export interface RedoclyResult {
  readonly code: number;
  readonly stderr: string;
}

/** Runs the Redocly CLI in a folder, without telemetry or update checks. */
export function runRedocly(args: readonly string[], folder: string): Promise<RedoclyResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: folder,
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        REDOCLY_TELEMETRY: "off",
        REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
      },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code: code ?? 1, stderr });
    });
  });
}

/** New file paths, by original path. */
export type Written = ReadonlyMap<string, string>;

/**
 * Writes a description's files to a folder and keeps their relative paths, so that references still resolve.
 *
 * @param files paths of the files to write
 * @returns the new paths
 */
export async function writeSide(
  { documents, source }: Description,
  folder: string,
  files: Iterable<string>,
): Promise<Written> {
  const written = new Map<string, string>();
  for (const file of files) {
    const text = documents.get(file)?.text ?? source.read(file);
    const path = join(folder, file);
    if (text === undefined || !path.startsWith(folder + sep)) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    written.set(file, path);
  }
  return written;
}
