import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A release has a tag `v<major>.<minor>.<patch>`; anything else, pre-releases too, is none. */
const releaseTag = /^v(\d+)\.(\d+)\.(\d+)$/;

/** Versions that have a release tag in the repository, newest first. */
export async function releasedVersions(repository: string): Promise<string[]> {
  const { stdout } = await run("git", ["tag", "--list", "v*"], { cwd: repository });
  return stdout
    .split("\n")
    .filter((tag) => releaseTag.test(tag))
    .map((tag) => tag.slice(1))
    .sort(newestFirst);
}

/** Compares versions of three numbers. */
export function newestFirst(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split(".").map(Number));
  for (let index = 0; index < 3; index++) {
    const difference = (b?.[index] ?? 0) - (a?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
