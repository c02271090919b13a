import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { runTool } from "@vpcep/run-tool";

/**
 * Installs a folder's packages, unless they were already installed from the same lock file.
 *
 * @throws Error if the installation fails; the message contains npm's output.
 */
export async function installRehearsal(folder: string): Promise<void> {
  const lock = await readFile(join(folder, "package-lock.json"));
  const digest = createHash("sha256").update(lock).update(process.arch).digest("hex");
  const stamp = join(folder, "node_modules/.installed-from");
  if ((await readFile(stamp, "utf8").catch(() => "")) === digest) return;
  console.log("Installing the rehearsal dependencies …");
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, stderr } = await runTool("npm", args, folder);
  if (code !== 0) throw new Error(`npm ci failed in ${folder}:\n${stderr}`);
  await writeFile(stamp, digest);
}
