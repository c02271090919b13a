import { execFileSync } from "node:child_process";

import { ReviewError } from "../review-error.js";

const mainBranches = ["origin/HEAD", "origin/main", "main", "origin/master", "master"];
const releaseTags = ["v[0-9]*", "@vpcep/openapi@*"];

/** Runs a read-only Git command and returns its output, or undefined if the command fails. */
export function git(folder: string, ...args: string[]): string | undefined {
  try {
    return execFileSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 30,
      stdio: ["ignore", "pipe", "ignore"],
      // Don't prompt for credentials or fetch missing objects.
      env: { ...process.env, GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1" },
    });
  } catch {
    return undefined;
  }
}

// Maximum folder size, in bytes, for reading all files at once. Files in larger folders are read one by one.
const largestFolder = 64_000_000;

/**
 * Reads all matching files from a folder in a commit. The keys of the returned map are paths from the repository root.
 * Starts only two Git processes, because starting one process per file would take minutes for a thousand files. Returns
 * an empty map if the folder is too large.
 *
 * @param names pattern that file paths must match. Default: YAML and JSON files
 */
export function readFolder(
  root: string,
  commit: string,
  folder: string,
  names = /\.(ya?ml|json)$/,
): Map<string, string> {
  const listed = git(root, "ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", folder) ?? "";
  const files = listed.split("\0").flatMap((line) => {
    const [, hash, size, path] = /^100\d+ blob (\w+) +(\d+)\t([^]+)$/.exec(line) ?? [];
    return hash !== undefined && path !== undefined && names.test(path)
      ? [{ hash, path, size: Number(size) }]
      : [];
  });
  const total = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length === 0 || total > largestFolder) return new Map();
  const output = execFileSync("git", ["cat-file", "--batch"], {
    cwd: root,
    input: files.map(({ hash }) => `${hash}\n`).join(""),
    maxBuffer: 1 << 30,
    stdio: ["pipe", "pipe", "ignore"],
    env: { ...process.env, GIT_NO_LAZY_FETCH: "1" },
  });
  const texts = new Map<string, string>();
  let at = 0;
  for (const { path } of files) {
    const end = output.indexOf("\n", at);
    const [, , size] = output.toString("latin1", at, end).split(" ");
    at = end + 1;
    // In a partial clone, missing objects have no size.
    if (size === undefined) continue;
    texts.set(path, output.toString("utf8", at, at + Number(size)));
    at += Number(size) + 1;
  }
  return texts;
}

/**
 * @throws ReviewError if the commit does not exist; for a shallow clone, the message explains how to fetch the missing
 *   commit.
 */
export function resolveCommit(folder: string, ref: string): string {
  const commit = git(
    folder,
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${ref}^{commit}`,
  )?.trim();
  if (commit !== undefined && commit !== "") return commit;
  if (git(folder, "rev-parse", "--git-dir") === undefined)
    throw new ReviewError(
      `${ref} is not a file, and the current folder is not in a git repository.`,
    );
  throw new ReviewError(
    isShallow(folder)
      ? `${ref} is not in this shallow clone. Run: git fetch --unshallow (in GitHub Actions: fetch-depth: 0).`
      : `${ref} is neither a file nor a commit in this repository.`,
  );
}

/**
 * @throws ReviewError if the commits have no common ancestor, or if a shallow clone does not include the common
 *   ancestor.
 */
export function requireCommonHistory(folder: string, base: string, head: string): string {
  const ancestor = git(folder, "merge-base", base, head)?.trim();
  if (ancestor !== undefined && ancestor !== "") return ancestor;
  throw new ReviewError(
    isShallow(folder)
      ? "The shallow clone does not include the common history of base and head. Run: git fetch --unshallow."
      : `${base.slice(0, 12)} and ${head.slice(0, 12)} have no common history. Choose another --base.`,
  );
}

/** Returns the merge base of `head` and the main branch. */
export function mergeBaseWithMain(folder: string, head: string): string {
  const commit = resolveCommit(folder, head);
  const main = mainBranches.find(
    (name) => git(folder, "rev-parse", "--verify", "--quiet", `${name}^{commit}`) !== undefined,
  );
  if (main === undefined)
    throw new ReviewError("No main branch found. Pass a commit or file with --base.");
  return requireCommonHistory(folder, resolveCommit(folder, main), commit);
}

/** Returns the latest release tag that is reachable from `head`. */
export function latestRelease(folder: string, head: string): string {
  const commit = resolveCommit(folder, head);
  const patterns = releaseTags.flatMap((pattern) => ["--match", pattern]);
  const tag = git(folder, "describe", "--tags", "--abbrev=0", ...patterns, commit)?.trim();
  if (tag === undefined || tag === "")
    throw new ReviewError("No release tag found. Pass a commit or file with --base.");
  return tag;
}

function isShallow(folder: string): boolean {
  return git(folder, "rev-parse", "--is-shallow-repository")?.trim() === "true";
}
