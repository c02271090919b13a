import { execFile } from "node:child_process";
import { copyFile, mkdir, readdir, readlink, rm, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { workspaceFolders } from "../workspace-folders.js";

const run = promisify(execFile);

/** The npm scope of the workspace packages. Links to these packages must point into the clone. */
const ownScope = "@vpcep";

/**
 * Creates a clean clone of a workspace, including uncommitted changes but not ignored files. Packages are not installed
 * but linked from the original `node_modules` folders. Links to workspace packages point into the clone, so that a
 * build in the clone doesn't use output from the original.
 *
 * @param root a workspace with installed packages.
 * @param folder the target folder, which must be empty or must not exist. The caller must delete the folder.
 */
export async function cloneWorkspace(root: string, folder: string): Promise<void> {
  await run("git", ["clone", "--quiet", "--local", root, folder]);
  await copyPendingChanges(root, folder);
  await linkModules(join(root, "node_modules"), join(folder, "node_modules"));
  for (const workspace of await workspaceFolders(root)) {
    const modules = join(workspace, "node_modules");
    await linkModules(join(root, modules), join(folder, modules));
  }
}

/** Copies uncommitted changes, so that tests use the current files instead of the last commit. */
async function copyPendingChanges(root: string, folder: string): Promise<void> {
  const list = async (...flags: string[]): Promise<string[]> => {
    const { stdout } = await run("git", ["-C", root, "ls-files", "-z", ...flags]);
    return stdout.split("\0").filter((file) => file !== "");
  };
  const deleted = new Set(await list("--deleted"));
  const staged = await run("git", ["-C", root, "diff", "--name-only", "-z", "HEAD"]);
  const changed = new Set([
    ...(await list("--others", "--exclude-standard")),
    ...staged.stdout.split("\0").filter((file) => file !== ""),
  ]);
  for (const file of changed) {
    // A file can be missing without being in `deleted`, because `git ls-files` lists only files in the index.
    const removed = deleted.has(file) || !(await copied(join(root, file), join(folder, file)));
    if (removed) await rm(join(folder, file), { force: true });
  }
}

async function copied(from: string, to: string): Promise<boolean> {
  await mkdir(dirname(to), { recursive: true });
  return copyFile(from, to).then(
    () => true,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
      throw error;
    },
  );
}

async function linkModules(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true }).catch(() => []);
  if (entries.length > 0) await mkdir(to, { recursive: true });
  for (const { name } of entries) {
    const source = join(from, name);
    if (name === ".bin" || name === ownScope) {
      // Relative links are copied unchanged, so they point into the clone.
      await mkdir(join(to, name));
      for (const link of await readdir(source))
        await symlink(await readlink(join(source, link)), join(to, name, link));
    } else if (name.startsWith("@")) {
      await mkdir(join(to, name));
      for (const inner of await readdir(source))
        await symlink(join(source, inner), join(to, name, inner));
    } else if (!name.startsWith(".")) {
      await symlink(source, join(to, name));
    }
  }
}
