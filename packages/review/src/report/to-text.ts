import { placeText } from "./collect-changes.js";
import { headline } from "./headline.js";
import type { Report } from "./report.js";

/** The report for a terminal. */
export function toText(report: Report): string {
  const lines = [headline(report)];
  for (const change of report.changes) {
    const { level, text, file, line, side, places, because } = change;
    lines.push("", `${level.padEnd(5)}  ${text}`, `       ${because}`);
    lines.push(`       ${file}:${line}${side === "base" ? ` (${report.base.label})` : ""}`);
    for (const place of places) lines.push(`       - ${placeText(place)}`);
  }
  return `${lines.join("\n")}\n`;
}
