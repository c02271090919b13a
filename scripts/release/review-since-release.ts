import { review, type Report } from "@vpcep/review";

import { runTool } from "@vpcep/run-tool";

/**
 * The review of the contract since the last release.
 *
 * @returns `undefined` before the first release: there is nothing to compare with.
 * @throws ReviewError when the change cannot be judged.
 */
export async function reviewSinceRelease(root: string): Promise<Report | undefined> {
  const tags = await runTool("git", ["tag", "--list", "v[0-9]*", "--merged", "HEAD"], root);
  if (tags.code !== 0) throw new Error(`git could not list the tags: ${tags.stderr.trim()}`);
  if (tags.stdout.trim() === "") return undefined;
  return review({ root, sinceRelease: true });
}
