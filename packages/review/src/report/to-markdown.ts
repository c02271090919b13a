import type { Consequences } from "../consequences/find-consequences.js";
import { audienceText } from "./audience-text.js";
import { placeText } from "./collect-changes.js";
import { headline } from "./headline.js";
import type { Link } from "./links.js";
import type { Report, ReportedChange } from "./report.js";

// GitHub refuses a comment of more than 65,536 characters.
const limit = 60_000;

/** The mark by which the workflow finds its own comment again. */
export const commentMark = "<!-- contract review -->";

/** The report as a comment of a pull request: breaks first, documentation folded, never too long. */
export function toMarkdown(report: Report, link: Link = () => undefined): string {
  const { changes } = report;
  const of = (level: string): ReportedChange[] =>
    changes.filter((change) => change.level === level);
  const sections = [
    commentMark,
    `### ${headline(report)}`,
    ...report.faults.map((fault) => `> [!CAUTION]\n> ${fault}`),
    table("Breaking", of("major"), link),
    table("Compatible", of("minor"), link),
    folded(`Documentation only (${of("patch").length})`, table("", of("patch"), link)),
    ...consequences(report.consequences),
    changesetText(report),
    `<sub>${report.base.label} → ${report.head.label} · how changes are rated: docs/review-policy.md</sub>`,
  ].filter((section) => section !== "");
  return `${shorten(sections).join("\n\n")}\n`;
}

function table(title: string, changes: readonly ReportedChange[], link: Link): string {
  if (changes.length === 0) return "";
  const rows = changes.map((change) => {
    const { text, because, accepted, id } = change;
    const note = accepted === null ? "" : `<br>accepted: ${cell(accepted)}`;
    const print = change.level === "major" ? `<br><sub>${id}</sub>` : "";
    return `| ${where(change, link)} | ${cell(text)}${note}${print} | ${audienceText(change)} | ${cell(because)} |`;
  });
  const head = ["| Where | What | Affects | Why |", "| --- | --- | --- | --- |"];
  return [
    ...(title === "" ? [] : [`#### ${title} (${changes.length})`, ""]),
    ...head,
    ...rows,
  ].join("\n");
}

const placesShown = 8;

function where(change: ReportedChange, link: Link): string {
  const { places, file, line, side } = change;
  const shown = places.slice(0, placesShown).map((place) => cell(placeText(place)));
  if (places.length > placesShown) shown.push(`and ${places.length - placesShown} more places`);
  const url = link(change, side);
  const name = `\`${file}:${line}\`${side === "base" ? " (before)" : ""}`;
  return [...shown, url === undefined ? name : `[${name}](${url})`].join("<br>");
}

function consequences({ types, examples, facts, lint, notes }: Consequences): string[] {
  const parts: string[] = [];
  if (types !== undefined && types.diff !== "") {
    const breaks = types.breaks.map(({ path, text }) => `- \`${path}\` ${text}`);
    const says =
      breaks.length === 0
        ? "Code written against the old types still compiles."
        : `Code written against the old types no longer compiles:\n\n${breaks.slice(0, 30).join("\n")}`;
    parts.push(
      `#### Types\n\n${says}`,
      folded("Diff of the generated types", fence("diff", types.diff)),
    );
  }
  if (examples !== undefined && examples.length > 0) {
    const list = examples.map(
      ({ side, pointer, text }) =>
        `- an example of the ${side} is refused by the other side: \`${pointer}\` ${text}`,
    );
    parts.push(`#### Examples\n\n${list.slice(0, 30).join("\n")}`);
  }
  if (lint !== undefined && lint.length > 0)
    parts.push(
      `#### New lint findings\n\n${lint.map((one) => `- \`${one.file}:${one.line}\` ${one.rule}: ${one.text}`).join("\n")}`,
    );
  if (facts.length > 0)
    parts.push(
      folded(
        `Facts of \`provenance.yaml\` that speak of the changed places (${facts.length})`,
        facts.map(({ id, says }) => `- \`${id}\`: ${says}`).join("\n"),
      ),
    );
  if (notes.length > 0) parts.push(notes.map((note) => `_${note}_`).join("\n"));
  return parts;
}

/** A changeset that would announce what is due. */
function changesetText({ changelog, packages, announcement: { fit } }: Report): string {
  if (packages === "none" || packages === "patch" || changelog.length === 0) return "";
  const text = [
    "---",
    `"@vpcep/openapi": ${packages}`,
    "---",
    "",
    ...changelog.map((line) => `- ${line}`),
  ];
  const title =
    fit === "small" ? "Changeset that would announce it" : "Sentences for the changelog";
  return folded(title, fence("markdown", text.join("\n")));
}

function folded(title: string, text: string): string {
  return text === "" ? "" : `<details><summary>${title}</summary>\n\n${text}\n\n</details>`;
}

function fence(language: string, text: string): string {
  return `\`\`\`\`${language}\n${text.trim()}\n\`\`\`\``;
}

/** Text inside a cell of a table. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s+/g, " ").replaceAll("<", "&lt;");
}

/** Cuts the longest sections at a line until the whole fits; the first two always stay. */
function shorten(sections: readonly string[]): string[] {
  const kept = [...sections];
  const tooLong = (): number => kept.join("\n\n").length - limit;
  while (tooLong() > 0) {
    const [longest] = kept
      .map((text, index) => ({ length: text.length, index }))
      .slice(2)
      .sort((a, b) => b.length - a.length);
    const text = longest && kept[longest.index];
    if (longest === undefined || text === undefined) break;
    kept[longest.index] = cut(text, Math.max(500, text.length - tooLong() - 200));
    if (kept[longest.index] === text) break;
  }
  return kept;
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const lines = text.slice(0, length).split("\n").slice(0, -1);
  // What was opened must be closed, or the rest of the comment is swallowed.
  const isFenced = lines.filter((line) => line.startsWith("````")).length % 2 === 1;
  if (isFenced) lines.push("````");
  lines.push("", "_Shortened: the whole report is attached to the run as JSON and HTML._");
  if (text.startsWith("<details>")) lines.push("", "</details>");
  return lines.join("\n");
}
