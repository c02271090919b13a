import type { Side } from "../git/side.js";
import { largest, levels, type Level } from "../policy/level.js";
import { announcedByVersion, dueVersion } from "./due-version.js";
import { readChangesets } from "./read-changesets.js";

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
