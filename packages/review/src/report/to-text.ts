import type { Report } from "./report.js";
import { oneLine, visible } from "./shown.js";
import {
  audienceText,
  groupsOf,
  headline,
  placeSentence,
  timesText,
  titleOf,
  wordsOf,
  type Group,
} from "./view.js";

const placesShown = 12;

/** Formats the report for a terminal. */
export function toText(report: Report): string {
  const { unjudged, secondOpinions, faults, changelog, consequences } = report;
  const lines: string[] = [headline(report), ...faults];
  section(
    "cannot be judged",
    unjudged.map(
      ({ side, file, line, text, isChange }) =>
        `${side}: ${file}:${line} ${text}${isChange ? "" : " (unchanged)"}`,
    ),
  );
  for (const level of ["major", "minor", "patch", "none"])
    for (const group of groupsOf(report, level)) lines.push("", ...block(group, report));
  const { types, examples, lint, facts, notes } = consequences;
  if (types !== undefined && types.rows.length > 0)
    section(
      "generated types",
      types.rows.map(
        ({ path, before, after, isBreak }) =>
          `${path}: ${before ?? "(nothing)"} → ${after ?? "(nothing)"}${isBreak ? "" : " (still compiles)"}`,
      ),
    );
  section(
    "examples",
    (examples ?? []).map(({ side, pointer, text }) => `${side}: ${pointer} ${text}`),
  );
  section(
    "new lint findings",
    (lint ?? []).map((one) => `${one.file}:${one.line} ${one.rule}: ${one.text}`),
  );
  section(
    "downgraded redocly diff findings",
    secondOpinions.map(
      ({ file, line, message, rule, because }) =>
        `${file}:${line} ${message} (${rule}). ${because}`,
    ),
  );
  section(
    "facts to recheck",
    facts.map(({ id, says }) => `${id}: ${says}`),
  );
  section("changelog", changelog);
  section("skipped checks", notes);
  return `${lines.map((line) => visible(line).replaceAll("\n", " ")).join("\n")}\n`;

  function section(title: string, entries: readonly string[]): void {
    if (entries.length > 0) lines.push("", title, ...entries.map((entry) => `  - ${entry}`));
  }
}

function block(group: Group, report: Report): string[] {
  const { first, all, places } = group;
  const { level, side, rule, because, accepted, before, after } = first;
  const lines = [`${level.padEnd(5)}  ${titleOf(group)} [${rule}]`];
  if (timesText(group) !== "") lines.push(`       ${timesText(group)}`);
  for (const place of places.slice(0, placesShown)) lines.push(`       ${placeSentence(place)}`);
  if (places.length > placesShown)
    lines.push(`       and ${places.length - placesShown} more places`);
  const words = wordsOf(first);
  if (words !== undefined)
    lines.push(
      `       ${words
        .map((one) =>
          one.kind === "same"
            ? oneInLine(one.text)
            : one.kind === "added"
              ? `{+${oneInLine(one.text)}+}`
              : `[-${oneInLine(one.text)}-]`,
        )
        .join("")}`,
    );
  else if (
    level === "major" &&
    all.length === 1 &&
    before !== null &&
    after !== null &&
    before.length + after.length < 160
  )
    lines.push(`       before: ${oneLine(before)}`, `       after:  ${oneLine(after)}`);
  for (const { file, line } of all.slice(0, placesShown))
    lines.push(
      `       ${file}:${line}${side === "base" ? ` (${report.base?.label ?? "base"})` : ""}`,
    );
  lines.push(`       affects ${audienceText(first)}: ${because}`);
  if (level === "major") lines.push(`       id ${all.map(({ id }) => id).join(" ")}`);
  if (accepted !== null) lines.push(`       accepted: ${accepted}`);
  return lines;
}

/** Replaces each run of whitespace with one space, including at the ends, so that words stay separate. */
function oneInLine(text: string): string {
  return visible(text.replace(/\s+/g, " "));
}
