import { parse } from "yaml";

import type { Side } from "../git/side.js";
import { largest, levels, type Level } from "../policy/level.js";
import { ReviewError } from "../review-error.js";
import { announcedByVersion, dueVersion } from "./due-version.js";

/** Whether the version tells what the change is worth. */
export interface Announcement {
  /** What is due. */
  readonly level: Level;
  readonly baseVersion: string | undefined;
  readonly headVersion: string | undefined;
  /** Undefined when the version of the base is not semantic. */
  readonly dueVersion: string | undefined;
  /** What `info.version` and the changesets announce together. */
  readonly announced: Level;
  /** What announces it: `info.version` or files of `.changeset/`. */
  readonly by: readonly string[];
  /** `"small"` fails; `"large"` and `"undocumented"` (a patch that nothing announces) only warn. */
  readonly fit: "right" | "small" | "large" | "undocumented";
}

/** Holds what is due against what is announced. */
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

/** A pending note about the next release. */
export interface Changeset {
  readonly file: string;
  readonly level: Level;
}

const published = ["@vpcep/openapi", "@vpcep/types", "@vpcep/client", "@vpcep/mock"];

/**
 * The changesets of a side that speak of a published package. The packages share one version, so the
 * largest size among them counts for all.
 *
 * @throws ReviewError when a changeset's front matter cannot be read.
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
      throw new ReviewError(`${file} has no front matter between two lines of ---.`);
    const sizes = (parse(front) ?? {}) as Record<string, string>;
    const levels = published.flatMap((name) =>
      typeof sizes[name] === "string" ? [levelOf(sizes[name])] : [],
    );
    return levels.length === 0 ? [] : [{ file, level: largest(levels) }];
  });
}

/** @throws ReviewError when the text names no level. */
function levelOf(text: string): Level {
  if (text === "major" || text === "minor" || text === "patch" || text === "none") return text;
  throw new ReviewError(
    `${JSON.stringify(text)} is not a size of a version: write patch, minor or major.`,
  );
}
