import { audienceText } from "./audience-text.js";
import { placeText } from "./collect-changes.js";
import { headline } from "./headline.js";
import type { Report } from "./report.js";

/** The report for a terminal. */
export function toText(report: Report): string {
  const lines = [headline(report), ...report.faults];
  for (const change of report.changes) {
    const { level, text, file, line, side, places, because, id, accepted } = change;
    lines.push("", `${level.padEnd(5)}  ${text}`);
    for (const place of places) lines.push(`       ${placeText(place)}`);
    lines.push(`       ${file}:${line}${side === "base" ? ` (${report.base.label})` : ""}`);
    lines.push(`       affects ${audienceText(change)}: ${because}`);
    if (level === "major") lines.push(`       fingerprint ${id}`);
    if (accepted !== null) lines.push(`       accepted: ${accepted}`);
  }
  const { types, examples, lint, facts, notes } = report.consequences;
  if (types !== undefined && types.diff !== "")
    section(
      "types",
      types.breaks.length === 0
        ? ["Code written against the old types still compiles."]
        : types.breaks.map(({ path, text }) => `${path} ${text}`),
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
    "facts",
    facts.map(({ id, says }) => `${id}: ${says}`),
  );
  section("changelog", report.changelog);
  section("left out", notes);
  return `${lines.join("\n")}\n`;

  function section(title: string, entries: readonly string[]): void {
    if (entries.length > 0) lines.push("", title, ...entries.map((entry) => `  - ${entry}`));
  }
}
