import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { ClientSubject } from "./client-subjects.js";
import { folderSize } from "./folder-size.js";
import { bench, generated, root, scratch } from "./places.js";
import { mustRun } from "./run-process.js";

/** The `npm install` arguments: tarballs for our packages, and pinned versions for all other packages. */
async function wanted(
  names: readonly string[],
  versions: Record<string, string>,
): Promise<string[]> {
  if (!names.includes("@vpcep/client"))
    return names.map((name) => `${name}@${versions[name] ?? ""}`);
  const target = join(scratch, "tarballs");
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const packed = await mustRun(
    "npm",
    [
      ...["pack", "--json", "--ignore-scripts", "--pack-destination", target],
      ...["-w", "@vpcep/types", "-w", "@vpcep/client"],
    ],
    { cwd: root },
  );
  const list = JSON.parse(packed.stdout) as
    { filename: string }[] | Record<string, { filename: string }>;
  return Object.values(list).map(({ filename }) => join(target, filename));
}

/** An installed client. */
export interface InstalledClient {
  files: number;
  bytes: number;
  /** Path to the module that makes the call. The module's dependencies are in the same folder. */
  entry: string;
}

/**
 * Installs a client into an empty folder and measures the client's size on disk. For a generated client, measures only
 * the generated code.
 */
export async function installClient(
  subject: ClientSubject,
  versions: Record<string, string>,
): Promise<InstalledClient> {
  const module = join(bench, "subjects/clients", `${subject.file}.mjs`);
  const written = await folderSize(join(generated, subject.file));
  if (subject.installs.length === 0) return { ...written, entry: module };
  const folder = join(scratch, "install", subject.file);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true }\n');
  const flags = ["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--omit=dev"];
  await mustRun("npm", ["install", ...flags, ...(await wanted(subject.installs, versions))], {
    cwd: folder,
    timeoutMs: 120_000,
  });
  const entry = join(folder, "call.mjs");
  await copyFile(module, entry);
  return { ...(await folderSize(join(folder, "node_modules"))), entry };
}
