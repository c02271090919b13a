import type { Report } from "./report.js";

/** The one line on top: verdict, due version, and whether it is announced. */
export function headline({ verdict, announcement }: Report): string {
  const { dueVersion, baseVersion, headVersion, by, fit, announced } = announcement;
  if (verdict === "none" && fit === "right") return "Verdict: none. Nothing changes in meaning.";
  const due =
    dueVersion === undefined
      ? `The version ${baseVersion ?? "(none)"} is not semantic, so no due version can be named`
      : verdict === "none"
        ? "No new version is due"
        : `Due: ${dueVersion}`;
  const told =
    by.length === 0 ? `\`info.version\` is ${headVersion ?? "missing"}` : by.join(" and ");
  const says = {
    right: `Announced by ${told}.`,
    small: `Not announced: ${by.length === 0 ? `${told} and no changeset says so` : `${told} is only ${announced}`}.`,
    large: `Announced is more than that, by ${told}.`,
    undocumented: "Only words changed; a changeset may wait.",
  }[fit];
  return `Verdict: ${verdict}. ${due}. ${says}`;
}
