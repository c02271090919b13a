import type { Report } from "@vpcep/review";

/**
 * Refuses a release whose announced size is below what the review of the contract calls for.
 *
 * @throws Error that names the due version, the breaks and the next step.
 */
export function refuseSmallAnnouncement({ announcement, changes }: Report): void {
  if (announcement.fit !== "small") return;
  const { announced, level, baseVersion, dueVersion } = announcement;
  const due = dueVersion === undefined ? "" : `, version ${dueVersion} after ${baseVersion ?? "?"}`;
  throw new Error(
    [
      `Refused: announced is ${announced === "none" ? "nothing" : `a ${announced} release`}, but the contract changed by ${level}${due}.`,
      ...changes
        .filter((change) => change.level === level)
        .map(({ file, line, text }) => `  ${file}:${line} ${text}`),
      `Announce it with a changeset (npx changeset, ${level}), or take the change back.`,
    ].join("\n"),
  );
}
