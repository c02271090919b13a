import { placeText } from "./collect-changes.js";
import type { Change } from "./change.js";
import { headline } from "./headline.js";
import type { Report } from "./report.js";

/** The report as a comment of a pull request. */
export function toMarkdown(report: Report): string {
  const parts = [`### ${headline(report)}`];
  parts.push(table(report.changes));
  return `${parts.join("\n\n")}\n`;
}

function table(changes: readonly Change[]): string {
  return [
    "| | where | what |",
    "| --- | --- | --- |",
    ...changes.map((c) => `| ${c.level} | ${c.places.map(placeText).join("<br>")} | ${c.text} |`),
  ].join("\n");
}
