import type { Report } from "@vpcep/review";

const changeOf = {
  none: "no changes",
  patch: "wording changes",
  minor: "additions",
  major: "breaking changes",
};

/**
 * Refuses a release that is smaller than the review of the contract requires.
 *
 * @throws Error that names the due version, the changes that require it, and the next step.
 */
export function refuseSmallAnnouncement({ announcement, changes }: Report): void {
  if (announcement.fit !== "small") return;
  const { announced, level, baseVersion, dueVersion } = announcement;
  const due =
    dueVersion === undefined ? "" : ` Version ${dueVersion} is due after ${baseVersion ?? "?"}.`;
  throw new Error(
    [
      `Refused: changesets declare ${announced === "none" ? "nothing" : `a ${announced} release`}, but the contract has ${changeOf[level]}.${due}`,
      ...changes
        .filter((change) => change.level === level)
        .map(({ file, line, text }) => `  ${file}:${line} ${text}`),
      `Add a changeset (npx changeset, ${level}), or undo the change.`,
    ].join("\n"),
  );
}
