import type { Report } from "@vpcep/review";

const changeOf = {
  none: "no changes",
  patch: "wording changes",
  minor: "additions",
  major: "breaking changes",
};

/**
 * Refuses a release that is smaller than the review of the contract requires, or that it could not judge.
 *
 * @throws Error that names the due version, the changes that require it, and the next step.
 */
export function refuseSmallAnnouncement({ announcement, changes, unjudged }: Report): void {
  const unknown = unjudged.filter(({ isChange }) => isChange);
  if (unknown.length > 0)
    throw new Error(
      [
        "Refused: the change of the contract could not be judged.",
        ...unknown.map(({ file, line, text }) => `  ${file}:${line} ${text}`),
        "Correct these places; npm run review -- --since-release says more.",
      ].join("\n"),
    );
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
