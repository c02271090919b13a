import { parse } from "yaml";

import type { Side } from "../git/side.js";
import { largest, levels, type Level } from "../policy/level.js";
import { ReviewError } from "../review-error.js";
import { announcedByVersion, dueVersion } from "./due-version.js";

/** Whether the declared version fits the change. */
export interface Announcement {
  /** The level of the change. */
  readonly level: Level;
  readonly baseVersion: string | undefined;
  readonly headVersion: string | undefined;
  /** Undefined if the base version isn't a semantic version. */
  readonly dueVersion: string | undefined;
  /** The larger of the levels that `info.version` and the changesets declare. */
  readonly announced: Level;
  /** The places that declare it: `info.version` or files in `.changeset/`. */
  readonly by: readonly string[];
  /** `"small"` is an error. `"large"` and `"undocumented"` (a patch that nothing declares) are warnings. */
  readonly fit: "right" | "small" | "large" | "undocumented";
}

/** Compares the level of the change with the declared level. */
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

/** A pending changeset. */
export interface Changeset {
  readonly file: string;
  readonly level: Level;
}

const published = ["@vpcep/openapi", "@vpcep/types", "@vpcep/client", "@vpcep/mock"];

/**
 * The changesets of a side that name a published package. The packages share one version, so the largest level applies
 * to all of them.
 *
 * @throws ReviewError if the front matter of a changeset is invalid.
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
      throw new ReviewError(
        `${file} has no front matter. Start the file with front matter between two lines of ---.`,
      );
    const sizes = (parse(front) ?? {}) as Record<string, string>;
    const levels = published.flatMap((name) =>
      typeof sizes[name] === "string" ? [levelOf(sizes[name])] : [],
    );
    return levels.length === 0 ? [] : [{ file, level: largest(levels) }];
  });
}

/** @throws ReviewError if the text isn't a level. */
function levelOf(text: string): Level {
  if (text === "major" || text === "minor" || text === "patch" || text === "none") return text;
  throw new ReviewError(
    `${JSON.stringify(text)} is not a valid level. Use patch, minor, or major.`,
  );
}
