import { applyAccepted, readAccepted } from "./announce/accepted.js";
import { readAnnouncement } from "./announce/announcement.js";
import { findConsequences, noConsequences } from "./consequences/find-consequences.js";
import type { RunRedocly } from "./engine/redocly.js";
import { redoclyDiff } from "./engine/redocly-diff.js";
import {
  latestRelease,
  mergeBaseWithMain,
  requireCommonHistory,
  resolveCommit,
} from "./git/history.js";
import { openFolder, openSide, type Side } from "./git/side.js";
import { judge } from "./judge.js";
import { largest, type Level } from "./policy/level.js";
import { changelog } from "./report/changelog.js";
import type { Report, ReportSide } from "./report/report.js";
import { ReviewError } from "./review-error.js";

export interface ReviewOptions {
  /**
   * Root of the repository that contains the lint rules and generators. Paths are relative to the root folder of the
   * repository.
   */
  readonly root: string;
  /** Git ref, `ref:file`, or file. Default: the merge base with the main branch. */
  readonly base?: string | undefined;
  /** Git ref, `ref:file`, or file. Default: the working tree. */
  readonly head?: string | undefined;
  /** A checkout of this repository to read instead of `head`. No code from the checkout runs. */
  readonly headDir?: string | undefined;
  /** Use the latest release tag as the base. Default: false. */
  readonly sinceRelease?: boolean;
  /** Skip the slowest checks: types, examples, facts, and lint findings. Default: false. */
  readonly quick?: boolean;
  /** Date (`YYYY-MM-DD`) to compare with the expiry dates of accepted breaking changes. Default: today. */
  readonly today?: string;
  /**
   * Function that runs the second engine (`redocly diff`). Default: each review starts its own process. To share one
   * process between reviews, use `startEngine`.
   */
  readonly engine?: RunRedocly;
  /** Receives the name of each step, so that callers can show progress. */
  readonly onStep?: (step: string) => void;
}

/**
 * Reviews the changes from base to head.
 *
 * @throws ReviewError if the review cannot run, for example because a ref does not exist, the commits have no common
 *   history, or a file is not an OpenAPI description.
 */
export async function review(options: ReviewOptions): Promise<Report> {
  try {
    return await reviewSides(options);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new ReviewError(
      `The descriptions cannot be compared, because their schemas form reference chains that are thousands of schemas long (${cause.message}). Shorten the chains.`,
    );
  }
}

async function reviewSides(options: ReviewOptions): Promise<Report> {
  const { root, onStep = () => undefined } = options;
  onStep("reading both sides");
  const { base, head } = openSides(options);
  // The engine finishes before our comparison starts, so that the engine and our comparison do not use memory at the
  // same time.
  onStep("running redocly diff");
  const notes: string[] = [];
  const verdicts = await redoclyDiff(base.description, head.description, options.engine).catch(
    (cause: unknown) => {
      if (!(cause instanceof ReviewError)) throw cause;
      notes.push(`No second opinion: \`${cause.message.replaceAll("`", "'")}\`.`);
      return [];
    },
  );
  onStep("comparing");
  const { changes, corrected, unjudged } = judge(base.description, head.description, verdicts);
  onStep("looking for consequences");
  const consequences =
    options.quick === true
      ? noConsequences("Quick review: types, examples, facts, and lint findings were skipped.")
      : await findConsequences(root, base, head, changes);

  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const { accepted, faults } = applyAccepted(readAccepted(head), changes, today);
  // An accepted breaking change counts as minor.
  const levels = changes.map(({ id, level }): Level => (accepted.has(id) ? "minor" : level));
  const verdict = largest(levels);
  const isAccepted = accepted.size > 0 && verdict !== "major";
  const types = consequences.types?.level ?? "none";
  const packages = largest([verdict, isAccepted && types === "major" ? "minor" : types]);
  const announcement = readAnnouncement(base, head, packages);
  const isComplete = unjudged.every(({ isChange }) => !isChange);
  return {
    reportVersion: 1,
    verdict,
    packages,
    base: describeSide(base),
    head: describeSide(head),
    announcement,
    changes: changes.map((change) => ({ ...change, accepted: accepted.get(change.id) ?? null })),
    secondOpinions: corrected,
    unjudged,
    consequences: { ...consequences, notes: [...notes, ...consequences.notes] },
    changelog: changelog(changes),
    faults,
    exitCode: !isComplete ? 2 : announcement.fit === "small" || faults.length > 0 ? 1 : 0,
  };
}

/** Creates a report that explains why the review could not run. */
export function notJudged(reason: string): Report {
  return {
    reportVersion: 1,
    verdict: "unknown",
    packages: "none",
    base: null,
    head: null,
    announcement: {
      level: "none",
      baseVersion: undefined,
      headVersion: undefined,
      dueVersion: undefined,
      announced: "none",
      by: [],
      fit: "right",
    },
    changes: [],
    secondOpinions: [],
    unjudged: [],
    consequences: noConsequences(),
    changelog: [],
    faults: [reason],
    exitCode: 2,
  };
}

function openSides({ root, base, head, headDir, sinceRelease = false }: ReviewOptions) {
  const headSide = headDir === undefined ? openSide(root, head) : openFolder(headDir);
  const headRef = headSide.commit ?? "HEAD";
  const name =
    base ?? (sinceRelease ? latestRelease(root, headRef) : mergeBaseWithMain(root, headRef));
  const baseSide = openSide(root, name);
  if (baseSide.commit !== undefined && headSide.isOwnContract && headDir === undefined)
    requireCommonHistory(root, baseSide.commit, resolveCommit(root, headRef));
  return { base: baseSide, head: headSide };
}

function describeSide({ description, commit }: Side): ReportSide {
  return { label: description.source.label, file: description.file, commit: commit ?? null };
}
