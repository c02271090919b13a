import { parse } from "yaml";

import type { Side } from "../git/side.js";
import { largest, levels, type Level } from "../policy/level.js";
import { ReviewError } from "../review-error.js";
import { announcedByVersion, dueVersion } from "./due-version.js";

/** The result of comparing the announced version bump with the required version bump. */
export interface Announcement {
  /** The required level. */
  readonly level: Level;
  readonly baseVersion: string | undefined;
  readonly headVersion: string | undefined;
  /** The next version that the changes require; undefined if the base version is not a semantic version. */
  readonly dueVersion: string | undefined;
  /** The highest level that `info.version` and the changesets announce. */
  readonly announced: Level;
  /** Sources of the announcement, as text for the report: the `info.version` change and files in `.changeset/`. */
  readonly by: readonly string[];
  /**
   * How the announced level compares with the required level. The review fails if the level is too low (`"small"`). The
   * review reports only a warning if the level is too high (`"large"`) or if a patch is not announced
   * (`"undocumented"`).
   */
  readonly fit: "right" | "small" | "large" | "undocumented";
}

/** Compares the required level with the announced level. */
export function readAnnouncement(base: Side, head: Side, level: Level): Announcement {
  const [was, is] = [base.description.announcedVersion, head.description.announcedVersion];
  const changesets = head.isOwnContract ? readChangesets(head) : [];
  const byVersion = announcedByVersion(was, is);
  const announced = largest([byVersion, ...changesets.map((one) => one.level)]);
  const by = [
    ...(byVersion === "none" ? [] : [`\`info.version\` ${was ?? ""} → ${is ?? ""}`]),
    ...changesets.map((one) => `\`${one.file}\` (${one.level})`),
  ];
  const gap = levels.indexOf(announced) - levels.indexOf(level);
  const fit =
    gap === 0 ? "right" : gap > 0 ? "large" : level === "patch" ? "undocumented" : "small";
  return {
    level,
    baseVersion: was,
    headVersion: is,
    dueVersion: dueVersion(was, level),
    announced,
    by,
    fit,
  };
}

/** A pending changeset for the next release. */
export interface Changeset {
  readonly file: string;
  readonly level: Level;
}

const published = ["@vpcep/openapi", "@vpcep/types", "@vpcep/client", "@vpcep/mock"];

/**
 * Returns the changesets for published packages in one version of the repository. The packages share one version, so
 * the highest bump applies to all of them.
 *
 * @throws ReviewError if a changeset's front matter is missing or invalid.
 */
export function readChangesets(side: Side): Changeset[] {
  const files = side
    .list(".changeset")
    .filter((name) => name.endsWith(".md") && name !== "README.md");
  return files.flatMap((name) => {
    const file = `.changeset/${name}`;
    const text = side.description.source.read(file) ?? "";
    const front = /^---\r?\n([\s\S]*?)\r?\n?---/.exec(text)?.[1];
    if (front === undefined)
      throw new ReviewError(`${file} has no front matter. Add front matter between two --- lines.`);
    const sizes = (parse(front) ?? {}) as Record<string, string>;
    const levels = published.flatMap((name) =>
      typeof sizes[name] === "string" ? [levelOf(sizes[name])] : [],
    );
    return levels.length === 0 ? [] : [{ file, level: largest(levels) }];
  });
}

/** @throws ReviewError if the text is not a valid version bump. */
function levelOf(text: string): Level {
  if (text === "major" || text === "minor" || text === "patch" || text === "none") return text;
  throw new ReviewError(
    `${JSON.stringify(text)} is not a version bump. Use patch, minor, or major.`,
  );
}
