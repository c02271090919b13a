import { ReviewError } from "../review-error.js";
import { git } from "./git.js";

/** @throws ReviewError when the repository has no such commit, with the way out for a shallow clone. */
export function resolveCommit(folder: string, ref: string): string {
  const commit = git(folder, "rev-parse", "--verify", "--quiet", `${ref}^{commit}`)?.trim();
  if (commit !== undefined && commit !== "") return commit;
  if (git(folder, "rev-parse", "--git-dir") === undefined)
    throw new ReviewError(`${ref} is neither a file, nor is this folder a git repository.`);
  throw new ReviewError(
    isShallow(folder)
      ? `${ref} is not part of this shallow clone. Run: git fetch --unshallow (in GitHub Actions: fetch-depth: 0).`
      : `${ref} is neither a file nor a commit of this repository.`,
  );
}

/** @throws ReviewError when two commits have no ancestor in common, or a shallow clone hides it. */
export function requireCommonHistory(folder: string, base: string, head: string): string {
  const ancestor = git(folder, "merge-base", base, head)?.trim();
  if (ancestor !== undefined && ancestor !== "") return ancestor;
  throw new ReviewError(
    isShallow(folder)
      ? "The clone is too shallow to find the common history of base and head. Run: git fetch --unshallow."
      : `${base.slice(0, 12)} and ${head.slice(0, 12)} have no history in common; name another --base.`,
  );
}

function isShallow(folder: string): boolean {
  return git(folder, "rev-parse", "--is-shallow-repository")?.trim() === "true";
}
