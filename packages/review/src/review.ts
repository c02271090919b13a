import { applyAccepted } from "./accepted/apply-accepted.js";
import { readAccepted } from "./accepted/read-accepted.js";
import { readAnnouncement } from "./announce/announcement.js";
import { compareDescriptions } from "./compare/compare-descriptions.js";
import { findConsequences, noConsequences } from "./consequences/find-consequences.js";
import { redoclyDiff } from "./engine/redocly-diff.js";
import { latestRelease, mergeBaseWithMain } from "./git/default-base.js";
import { requireCommonHistory, resolveCommit } from "./git/resolve-commit.js";
import { openSide, type Side } from "./git/side.js";
import { judge } from "./judge.js";
import { largest, type Level } from "./policy/level.js";
import { changelog } from "./report/changelog.js";
import type { Report, ReportSide } from "./report/report.js";

export interface ReviewOptions {
  /** Folder of the repository; paths are relative to it. */
  readonly root: string;
  /** Git ref, `ref:file` or file. Default: the commit at which the work left the main branch. */
  readonly base?: string | undefined;
  /** The same. Default: the working tree. */
  readonly head?: string | undefined;
  /** Take the latest release tag for the base. Default: false. */
  readonly sinceRelease?: boolean;
  /** Leave the consequences out, which take most of the time. Default: false. */
  readonly quick?: boolean;
  /** The day on which accepted breaks are judged, `YYYY-MM-DD`. Default: today. */
  readonly today?: string;
  /** Told what the review is doing, for a review that takes long. */
  readonly onStep?: (step: string) => void;
}

/**
 * Reviews the change from base to head.
 *
 * @throws ReviewError when it cannot judge: no such ref, no history in common, a broken description.
 */
export async function review(options: ReviewOptions): Promise<Report> {
  const { root, onStep = () => undefined } = options;
  onStep("reading both sides");
  const { base, head } = openSides(options);
  onStep("comparing");
  // The comparison reads every file that a reference leads to; the engine gets exactly those.
  const comparison = compareDescriptions(base.description, head.description);
  const verdicts = await redoclyDiff(base.description, head.description);
  const { changes } = judge(base.description, head.description, verdicts, comparison);
  onStep("looking for consequences");
  const consequences =
    options.quick === true ? noConsequences : await findConsequences(root, base, head, changes);

  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const { accepted, faults } = applyAccepted(readAccepted(head), changes, today);
  // A break that is accepted on purpose asks for no more than any other change of meaning.
  const levels = changes.map(({ id, level }): Level => (accepted.has(id) ? "minor" : level));
  const verdict = largest(levels);
  const isAccepted = accepted.size > 0 && verdict !== "major";
  const types = consequences.types?.level ?? "none";
  const packages = largest([verdict, isAccepted && types === "major" ? "minor" : types]);
  const announcement = readAnnouncement(base, head, packages);
  return {
    reportVersion: 1,
    verdict,
    packages,
    base: describeSide(base),
    head: describeSide(head),
    announcement,
    changes: changes.map((change) => ({ ...change, accepted: accepted.get(change.id) ?? null })),
    consequences,
    changelog: changelog(changes),
    faults,
    exitCode: announcement.fit === "small" || faults.length > 0 ? 1 : 0,
  };
}

function openSides({ root, base, head, sinceRelease = false }: ReviewOptions) {
  const headSide = openSide(root, head);
  const headRef = headSide.commit ?? "HEAD";
  const name =
    base ?? (sinceRelease ? latestRelease(root, headRef) : mergeBaseWithMain(root, headRef));
  const baseSide = openSide(root, name);
  if (baseSide.commit !== undefined && headSide.isOwnContract)
    requireCommonHistory(root, baseSide.commit, resolveCommit(root, headRef));
  return { base: baseSide, head: headSide };
}

function describeSide({ description, commit }: Side): ReportSide {
  return { label: description.source.label, file: description.file, commit: commit ?? null };
}
