import { ReviewError } from "../review-error.js";
import { git } from "./git.js";
import { requireCommonHistory, resolveCommit } from "./resolve-commit.js";

const mainBranches = ["origin/HEAD", "origin/main", "main", "origin/master", "master"];
const releaseTags = ["v[0-9]*", "@vpcep/openapi@*"];

/** The commit at which the work on `head` left the main branch. */
export function mergeBaseWithMain(folder: string, head: string): string {
  const commit = resolveCommit(folder, head);
  const main = mainBranches.find(
    (name) => git(folder, "rev-parse", "--verify", "--quiet", `${name}^{commit}`) !== undefined,
  );
  if (main === undefined)
    throw new ReviewError(
      "There is no main branch to compare with; name a commit or file with --base.",
    );
  return requireCommonHistory(folder, resolveCommit(folder, main), commit);
}

/** The latest release tag that `head` contains. */
export function latestRelease(folder: string, head: string): string {
  const commit = resolveCommit(folder, head);
  const patterns = releaseTags.flatMap((pattern) => ["--match", pattern]);
  const tag = git(folder, "describe", "--tags", "--abbrev=0", ...patterns, commit)?.trim();
  if (tag === undefined || tag === "")
    throw new ReviewError("There is no release tag yet; name a commit or file with --base.");
  return tag;
}
