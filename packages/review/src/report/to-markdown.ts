import { placeSentence, placeSentences, shortened, type Group } from "./groups.js";
import { noLinks, type Links } from "./links.js";
import type { Report, ReportedChange } from "./report.js";
import { headline, sectionsOf, type Section } from "./sections.js";
import { capital, code, fence, markdown, oneLine } from "./shown.js";
import type { Words } from "./word-diff.js";

// GitHub rejects comments longer than 65,536 characters.
const limit = 60_000;
const placesShown = 6;
const idsShown = 12;
const longestDiff = 20_000;

/** Marker that the workflow uses to find its own comment. */
export const commentMark = "<!-- contract review -->";

/**
 * Formats the report as a pull request comment within GitHub's size limit. Breaking changes come first; most other
 * sections are collapsed. Omits changes that have no effect.
 */
export function toMarkdown(report: Report, links: Links = noLinks): string {
  const faults = report.faults.map((fault) => `> [!CAUTION]\n> ${code(fault)}`);
  const top = [commentMark, `### ${markdown(headline(report))}`, ...faults];
  const bottom = `<sub>${code(report.base?.label ?? "base")} → ${code(report.head?.label ?? "head")} · rules are explained in ${linked("docs/review-policy.md", links.policy("levels"))}</sub>`;
  const sections = sectionsOf(report)
    .filter((section) => section.kind !== "changes" || section.level !== "none")
    .map((section) => writtenOf(section, links));
  const shown = fit(sections, limit - [...top, bottom].join("\n\n").length);
  return `${[...top, ...shown, bottom].join("\n\n")}\n`;
}

/** A section in Markdown. If the comment is too long, entries are dropped from the end of the section. */
interface WrittenSection {
  readonly section: Section;
  readonly entries: readonly string[];
  /** Shorter versions of the entries, which are tried before any entries are dropped. */
  readonly short?: readonly string[];
}

function writtenOf(section: Section, links: Links): WrittenSection {
  switch (section.kind) {
    case "changes": {
      const entries = section.groups.map((group) => entry(group, links));
      return { section, entries, short: section.groups.map(shortEntry) };
    }
    case "list":
      return { section, entries: section.sentences.map((one) => `- ${markdown(one)}`) };
    case "types":
      return { section, entries: typesTable(section.rows) };
    case "code":
      return { section, entries: [fence(section.language, section.text.slice(0, longestDiff))] };
  }
}

/**
 * Shortens and drops entries, starting with the last section, until the comment is within the size limit. Adds a note
 * that says how many entries were dropped.
 */
function fit(sections: readonly WrittenSection[], room: number): string[] {
  const kept = sections.map(({ entries }) => [...entries]);
  const render = (): string[] =>
    sections.map(({ section: { title, noun, isFolded }, entries: all }, index) => {
      const entries = kept[index] ?? [];
      const missing = all.length - entries.length;
      const note = `\n_${missing} of ${all.length} ${noun} omitted for length. See the JSON or HTML report for the full list._`;
      const body = [...entries, ...(missing === 0 ? [] : [note])].join("\n");
      return isFolded
        ? `<details><summary>${title}</summary>\n\n${body}\n\n</details>`
        : `#### ${title}\n\n${body}`;
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
  const { first, all, places, title, affects, words, values } = group;
  const { accepted, level, rule } = first;
  const files = shortened(
    all.map((one) => fileLink(one, links)),
    placesShown,
  );
  const ids = shortened(
    all.map(({ id }) => code(id)),
    idsShown,
  );
  const details = [
    ...placeSentences(places, placesShown).map(markdown),
    ...(words === undefined ? [] : [words.map(marked).join("")]),
    ...(values === undefined ? [] : [`before ${code(values.before)}, after ${code(values.after)}`]),
    `${markdown(affects)} ${files.join(", ")}`.trim(),
    ...(level === "major" ? [`ID ${ids.join(", ")}`] : []),
    ...(accepted === null ? [] : [`Accepted: ${code(accepted)}`]),
  ];
  return `- **${markdown(capital(title))}** · ${linked(rule, links.policy(rule))}<br>${details.join("<br>")}`;
}

/** Formats a one-line entry for comments that would otherwise be too long. */
function shortEntry({ places, title }: Group): string {
  const [place, ...others] = places.listed;
  const where =
    place === undefined ? "" : ` ${markdown(placeSentence({ ...place, part: "", path: "" }))}`;
  return `- ${markdown(title)}${where}${others.length > 0 ? ` and ${places.hasMore ? "more than " : ""}${others.length} more` : ""}`;
}

function marked({ kind, text }: Words): string {
  if (oneLine(text) === "") return text === "" ? "" : " ";
  const [before, after] = [/^\s/.test(text) ? " " : "", /\s$/.test(text) ? " " : ""];
  const mark = { same: "", added: "**", removed: "~~" }[kind];
  return before + mark + code(text) + mark + after;
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

function typesTable(rows: (Section & { kind: "types" })["rows"]): string[] {
  const cell = (text: string | null): string =>
    text === null ? "–" : code(text).replaceAll("|", "\\|");
  const isBreaking = rows.some(({ isBreak }) => isBreak);
  return [
    `Code written against the old types ${isBreaking ? "no longer" : "still"} compiles.\n`,
    "| type | before | after |",
    "| --- | --- | --- |",
    ...rows.map(
      ({ path, before, after, isBreak }) =>
        `| ${cell(path)}${isBreak ? " **breaks**" : ""} | ${cell(before)} | ${cell(after)} |`,
    ),
  ];
}
