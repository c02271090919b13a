import { readAnnouncement } from "./announce/announcement.js";
import { redoclyDiff } from "./engine/redocly-diff.js";
import { latestRelease, mergeBaseWithMain } from "./git/default-base.js";
import { requireCommonHistory, resolveCommit } from "./git/resolve-commit.js";
import { openSide } from "./git/side.js";
import { judge } from "./judge.js";
import type { Report } from "./report/report.js";

export interface ReviewOptions {
  /** Folder of the repository; paths are relative to it. */
  readonly root: string;
  /** Git ref, `ref:file` or file. Default: the commit at which the work left the main branch. */
  readonly base?: string | undefined;
  /** The same. Default: the working tree. */
  readonly head?: string | undefined;
  /** Take the latest release tag for the base. Default: false. */
  readonly sinceRelease?: boolean;
}

/**
 * Reviews the change from base to head.
 *
 * @throws ReviewError when it cannot judge: no such ref, no history in common, a broken description.
 */
export async function review(options: ReviewOptions): Promise<Report> {
  const { root } = options;
  const headSide = openSide(root, options.head);
  const headRef = headSide.commit ?? "HEAD";
  const baseName =
    options.base ??
    (options.sinceRelease === true
      ? latestRelease(root, headRef)
      : mergeBaseWithMain(root, headRef));
  const baseSide = openSide(root, baseName);
  if (baseSide.commit !== undefined && headSide.isOwnContract)
    requireCommonHistory(root, baseSide.commit, resolveCommit(root, headRef));
  const [base, head] = [baseSide.description, headSide.description];
  // The first pass reads every file that a reference leads to; the engine gets exactly those.
  judge(base, head, []);
  const { verdict, changes } = judge(base, head, await redoclyDiff(base, head));
  const announcement = readAnnouncement(baseSide, headSide, verdict);
  return {
    reportVersion: 1,
    verdict,
    base: { label: base.source.label, file: base.file },
    head: { label: head.source.label, file: head.file },
    announcement,
    changes,
    exitCode: announcement.fit === "small" ? 1 : 0,
  };
}
