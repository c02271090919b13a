import type { Report } from "./report.js";

/** The one line on top: verdict, due version, and whether it is announced. */
export function headline({ verdict, packages, announcement }: Report): string {
  const { dueVersion, baseVersion, headVersion, by, fit, announced } = announcement;
  if (packages === "none" && fit === "right") return "Verdict: none. Nothing changes in meaning.";
  const due =
    dueVersion === undefined
      ? `The version ${baseVersion ?? "(none)"} is not semantic, so no due version can be named`
      : packages === "none"
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
  const types = packages === verdict ? "" : ` on the wire, ${packages} for the packages`;
  return `Verdict: ${verdict}${types}. ${due}. ${says}`;
}
