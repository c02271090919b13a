import type { Report, ReportedChange } from "./report.js";
import { code, fence, markdown, oneLine, visible } from "./shown.js";
import {
  audienceText,
  groupsOf,
  headline,
  noLinks,
  placeSentence,
  timesText,
  titleOf,
  wordsOf,
  type Group,
  type Links,
} from "./view.js";

// GitHub rejects comments longer than 65,536 characters.
const limit = 60_000;
const placesShown = 6;

/** Marker that the workflow uses to find its own comment. */
export const commentMark = "<!-- contract review -->";

/** A comment section. If the comment is too long, entries are dropped from the end of the section. */
interface Section {
  readonly title: string;
  readonly entries: readonly string[];
  /** Shorter versions of the entries, which are tried before any entries are dropped. */
  readonly short?: readonly string[];
  readonly isFolded: boolean;
  /** Plural noun for the entries, used in the note that says how many were dropped. */
  readonly noun: string;
}

/**
 * Formats the report as a pull request comment within GitHub's size limit. Breaking changes come first; most other
 * sections are collapsed.
 */
export function toMarkdown(report: Report, links: Links = noLinks): string {
  const top = [commentMark, `### ${markdown(headline(report))}`, ...report.faults.map(caution)];
  const bottom = `<sub>${code(report.base?.label ?? "base")} → ${code(report.head?.label ?? "head")} · rules are explained in ${linked("docs/review-policy.md", links.policy("levels"))}</sub>`;
  const sections = sectionsOf(report, links).filter(({ entries }) => entries.length > 0);
  const shown = fit(sections, limit - [...top, bottom].join("\n\n").length);
  return `${[...top, ...shown, bottom].join("\n\n")}\n`;
}

/** Returns the sections, most important first. A comment that is too long is shortened from the end. */
function sectionsOf(report: Report, links: Links): Section[] {
  const { unjudged, consequences, secondOpinions } = report;
  const { types, examples, lint, facts, notes } = consequences;
  const changes = (title: string, level: string, isFolded: boolean, noun: string): Section => {
    const groups = groupsOf(report, level);
    return {
      title: `${title} (${groups.reduce((sum, { all }) => sum + all.length, 0)})`,
      entries: groups.map((group) => entry(group, links)),
      short: groups.map(shortEntry),
      isFolded,
      noun,
    };
  };
  const list = (title: string, entries: readonly string[], noun: string, isFolded = true) => ({
    title,
    entries: entries.map((one) => `- ${one}`),
    isFolded,
    noun,
  });
  return [
    list(
      "Cannot be judged",
      unjudged.map(
        ({ side, file, line, text, isChange }) =>
          `${side}: ${code(`${file}:${line}`)} ${code(text)}${isChange ? "" : " (unchanged)"}`,
      ),
      "places",
      false,
    ),
    changes("Breaking", "major", false, "breaking changes"),
    typesTable(types),
    list(
      "Examples that the other side's schema rejects",
      (examples ?? []).map(({ side, pointer, text }) => `${side}: ${code(pointer)} ${code(text)}`),
      "examples",
      false,
    ),
    list(
      "New lint findings",
      (lint ?? []).map(
        (one) => `${code(`${one.file}:${one.line}`)} ${code(one.rule)}: ${code(one.text)}`,
      ),
      "lint findings",
      false,
    ),
    changes("Additions and compatible changes", "minor", true, "additions"),
    list(
      `Downgraded redocly diff findings (${secondOpinions.length})`,
      secondOpinions.map(
        ({ file, line, message, rule, because }) =>
          `${code(`${file}:${line}`)} ${code(message)} (${code(rule)}). ${markdown(because)}`,
      ),
      "findings",
    ),
    { title: "Changeset", entries: changesetText(report), isFolded: true, noun: "blocks" },
    list(
      `Facts to recheck (${facts.length})`,
      facts.map(({ id, says }) => `${code(id)}: ${code(says)}`),
      "facts",
    ),
    {
      title: "Diff of the generated types",
      entries:
        types === undefined || types.diff === ""
          ? []
          : [fence("diff", types.diff.slice(0, 20_000))],
      isFolded: true,
      noun: "blocks",
    },
    changes("Wording", "patch", true, "wording changes"),
    list("Skipped checks", notes.map(markdown), "notes", false),
  ];
}

/**
 * Drops entries, starting with the last section, until the comment fits. Adds a note that says how many entries were
 * dropped.
 */
function fit(sections: readonly Section[], room: number): string[] {
  const kept = sections.map(({ entries }) => [...entries]);
  const render = (): string[] =>
    sections.flatMap((section, index) => {
      const entries = kept[index] ?? [];
      const missing = section.entries.length - entries.length;
      const note =
        missing === 0
          ? []
          : [
              `\n_${missing} of ${section.entries.length} ${section.noun} omitted for length. See the JSON or HTML report for the full list._`,
            ];
      const body = [...entries, ...note].join("\n");
      if (!section.isFolded) return [`#### ${section.title}\n\n${body}`];
      return [`<details><summary>${section.title}</summary>\n\n${body}\n\n</details>`];
    });
  const excess = (): number => render().join("\n\n").length - room;
  for (let index = sections.length - 1; index >= 0 && excess() > 0; index--) {
    const short = sections[index]?.short;
    if (short !== undefined) kept[index] = [...short];
    const entries = kept[index] ?? [];
    let over = excess();
    while (over > 0 && entries.length > 0) {
      const gone = entries.splice(Math.floor(entries.length * 0.9));
      over -= gone.join("\n").length;
      if (over <= 0) over = excess();
    }
  }
  return render();
}

function entry(group: Group, links: Links): string {
  const { first, all, places } = group;
  const { because, accepted, level, rule, before, after } = first;
  const shown = places.slice(0, placesShown).map((place) => markdown(placeSentence(place)));
  if (places.length > placesShown) shown.push(`and ${places.length - placesShown} more places`);
  const words = wordsMarkdown(first);
  const details = [
    ...shown,
    ...(words === undefined ? [] : [words]),
    ...(words === undefined &&
    level === "major" &&
    all.length === 1 &&
    before !== null &&
    after !== null &&
    before.length + after.length < 240
      ? [`before ${code(before)}, after ${code(after)}`]
      : []),
    `${level === "patch" ? "" : `Affects ${audienceText(first)}: ${markdown(because)} `}${all
      .slice(0, placesShown)
      .map((one) => fileLink(one, links))
      .join(", ")}`,
    ...(level === "major" ? [`ID ${all.map(({ id }) => code(id)).join(", ")}`] : []),
    ...(accepted === null ? [] : [`Accepted: ${code(accepted)}`]),
  ];
  const count = timesText(group) === "" ? "" : ` (${timesText(group)})`;
  return `- **${markdown(capital(titleOf(group)))}**${count} · ${linked(rule, links.policy(rule))}<br>${details.join("<br>")}`;
}

/** Formats a one-line entry for comments that would otherwise be too long. */
function shortEntry(group: Group): string {
  const [place, ...others] = group.places;
  const where =
    place === undefined ? "" : ` ${markdown(placeSentence({ ...place, part: "", path: "" }))}`;
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  const count = timesText(group) === "" ? "" : ` (${timesText(group)})`;
  return `- ${markdown(titleOf(group))}${count}${where}${more}`;
}

function wordsMarkdown(change: ReportedChange): string | undefined {
  return wordsOf(change)
    ?.filter(({ text }) => text.trim() !== "" || text.includes(" "))
    .map(({ kind, text }) => {
      if (oneLine(text) === "") return " ";
      const blank = [/^\s/.test(text) ? " " : "", /\s$/.test(text) ? " " : ""];
      const word = code(text);
      const shown = kind === "same" ? word : kind === "added" ? `**${word}**` : `~~${word}~~`;
      return `${blank[0] ?? ""}${shown}${blank[1] ?? ""}`;
    })
    .join("");
}

function fileLink(change: ReportedChange, links: Links): string {
  const { file, line, side } = change;
  const name = code(`${file}:${line}`) + (side === "base" ? " (before)" : "");
  const url = links.file(change, side);
  return url === undefined ? name : `[${name}](${url})`;
}

function linked(text: string, url: string | undefined): string {
  return url === undefined ? code(text) : `[${code(text)}](${url})`;
}

function typesTable(types: Report["consequences"]["types"]): Section {
  const rows = types?.rows ?? [];
  const cell = (text: string | null): string =>
    text === null ? "–" : code(text).replaceAll("|", "\\|");
  const breaks = rows.filter(({ isBreak }) => isBreak).length;
  const says =
    breaks === 0
      ? "Code written against the old types still compiles."
      : "Code written against the old types no longer compiles.";
  return {
    title: "Generated types",
    entries:
      rows.length === 0
        ? []
        : [
            `${says}\n`,
            "| type | before | after |",
            "| --- | --- | --- |",
            ...rows.map(
              ({ path, before, after, isBreak }) =>
                `| ${cell(path)}${isBreak ? " **breaks**" : ""} | ${cell(before)} | ${cell(after)} |`,
            ),
          ],
    isFolded: false,
    noun: "lines",
  };
}

/** Returns a changeset that announces the required version. */
function changesetText({ changelog, packages }: Report): string[] {
  if (packages === "none" || packages === "patch" || changelog.length === 0) return [];
  const lines = [
    "---",
    `"@vpcep/openapi": ${packages}`,
    "---",
    "",
    ...changelog.map((line) => `- ${oneLine(line)}`),
  ];
  return [fence("markdown", lines.join("\n"))];
}

function caution(fault: string): string {
  return `> [!CAUTION]\n> ${code(fault)}`;
}

function capital(text: string): string {
  return visible(text.charAt(0).toUpperCase() + text.slice(1));
}
