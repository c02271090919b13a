import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { access, cp, mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const manifests = fileURLToPath(new URL("runtimes", import.meta.url));
const cache = fileURLToPath(new URL("../../../node_modules/.cache/", import.meta.url));

/**
 * Installs the runtimes that `runtimes/package.json` pins, once per state of their lock file, and says in which
 * `node_modules` they are. They are no dependencies of the workspace: they weigh more than everything else
 * together, and the `node` that two of them bring would stand in front of the developer's own on every script's PATH.
 *
 * @throws Error that says what npm said when they cannot be installed.
 */
export async function installRuntimes(): Promise<string> {
  const lock = await readFile(join(manifests, "package-lock.json"));
  const folder = join(
    cache,
    `runtimes-${createHash("sha256").update(lock).digest("hex").slice(0, 12)}`,
  );
  const modules = join(folder, "node_modules");
  const there = await access(modules).then(
    () => true,
    () => false,
  );
  if (there) return modules;
  const staging = `${folder}.${process.pid}`;
  await mkdir(cache, { recursive: true });
  try {
    await cp(manifests, staging, { recursive: true });
    await promisify(execFile)("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: staging,
    });
    await rename(staging, folder);
  } catch (cause) {
    throw new Error("The runtimes of the client's test could not be installed from npm.", {
      cause,
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return modules;
}
