import { placeSentences, shortened, type Group } from "./groups.js";
import { headline, sectionsOf, type Section } from "./sections.js";
import type { Report } from "./report.js";
import { visible } from "./shown.js";
import type { Words } from "./word-diff.js";

const placesShown = 12;

/** Formats the report for a terminal. */
export function toText(report: Report): string {
  const lines = [headline(report), ...report.faults, ...sectionsOf(report).flatMap(linesOf)];
  return `${lines.map((line) => visible(line).replaceAll("\n", " ")).join("\n")}\n`;
}

function linesOf(section: Section): string[] {
  switch (section.kind) {
    case "changes":
      return section.groups.flatMap((group) => ["", ...block(group)]);
    case "list":
      return titled(section, section.sentences);
    case "types":
      return titled(
        section,
        section.rows.map(
          ({ path, before, after, isBreak }) =>
            `${path}: ${before ?? "(nothing)"} → ${after ?? "(nothing)"}${isBreak ? "" : " (still compiles)"}`,
        ),
      );
    case "code":
      // A diff is too long for a terminal.
      return section.language === "diff" ? [] : ["", section.title, ...section.text.split("\n")];
  }
}

function titled({ title }: Section, entries: readonly string[]): string[] {
  return ["", title, ...entries.map((entry) => `  - ${entry}`)];
}

function block({ first, all, places, title, affects, words, values }: Group): string[] {
  const { level, rule, accepted } = first;
  const details = [
    ...placeSentences(places, placesShown),
    ...(words === undefined ? [] : [words.map(marked).join("")]),
    ...(values === undefined ? [] : [`before: ${values.before}`, `after:  ${values.after}`]),
    ...shortened(
      all.map(({ file, line, side }) => `${file}:${line}${side === "base" ? " (before)" : ""}`),
      placesShown,
    ),
    ...(affects === "" ? [] : [affects]),
    ...(level === "major"
      ? [
          `ID ${shortened(
            all.map(({ id }) => id),
            placesShown,
          ).join(", ")}`,
        ]
      : []),
    ...(accepted === null ? [] : [`accepted: ${accepted}`]),
  ];
  return [`${level.padEnd(5)}  ${title} [${rule}]`, ...details.map((line) => `       ${line}`)];
}

function marked({ kind, text }: Words): string {
  return kind === "same" ? text : kind === "added" ? `{+${text}+}` : `[-${text}-]`;
}
