import type { Report } from "@vpcep/review";

const changeOf = {
  none: "no changes",
  patch: "wording changes",
  minor: "additions",
  major: "breaking changes",
};

/**
 * Rejects a release that is smaller than the review requires, or that contains a contract change that the review could
 * not judge.
 *
 * @throws Error if the release is rejected; the message lists the changes and explains what to do.
 */
export function refuseSmallAnnouncement({ announcement, changes, unjudged }: Report): void {
  const unknown = unjudged.filter(({ isChange }) => isChange);
  if (unknown.length > 0)
    throw new Error(
      [
        "Refused: the review could not judge some contract changes.",
        ...unknown.map(({ file, line, text }) => `  ${file}:${line} ${text}`),
        "Fix the contract in these locations. Run npm run review -- --since-release for details.",
      ].join("\n"),
    );
  if (announcement.fit !== "small") return;
  const { announced, level, baseVersion, dueVersion } = announcement;
  const due =
    dueVersion === undefined
      ? ""
      : ` After ${baseVersion ?? "?"}, the next version must be ${dueVersion}.`;
  throw new Error(
    [
      `Refused: changesets declare ${announced === "none" ? "nothing" : `a ${announced} release`}, but the contract has ${changeOf[level]}.${due}`,
      ...changes
        .filter((change) => change.level === level)
        .map(({ file, line, text }) => `  ${file}:${line} ${text}`),
      `Add a ${level} changeset (npx changeset) or undo the change.`,
    ].join("\n"),
  );
}
