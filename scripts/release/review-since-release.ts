import { review, type Report } from "@vpcep/review";

import { runTool } from "@vpcep/run-tool";

/**
 * Reviews the contract changes since the last release.
 *
 * @returns the report, or `undefined` before the first release.
 * @throws ReviewError if the changes can't be judged.
 */
export async function reviewSinceRelease(root: string): Promise<Report | undefined> {
  const tags = await runTool("git", ["tag", "--list", "v[0-9]*", "--merged", "HEAD"], root);
  if (tags.code !== 0) throw new Error(`git tag failed: ${tags.stderr.trim()}`);
  if (tags.stdout.trim() === "") return undefined;
  return review({ root, sinceRelease: true });
}
