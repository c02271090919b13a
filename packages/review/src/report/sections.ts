import type { TypeRow } from "../consequences/compile-against.js";
import { groupsOf, quoted, type Group } from "./groups.js";
import type { Report } from "./report.js";

/**
 * A section of the report. All formats show the sections in the same order, with the most important section first.
 * Sentences contain untrusted text only in backticks.
 */
export type Section = {
  readonly title: string;
  /** Plural noun for the section's entries, which is used if some entries are left out. */
  readonly noun: string;
  /** Whether a format that can collapse sections should collapse this section. */
  readonly isFolded: boolean;
} & (
  | { readonly kind: "changes"; readonly level: string; readonly groups: readonly Group[] }
  | { readonly kind: "list"; readonly sentences: readonly string[] }
  | { readonly kind: "types"; readonly rows: readonly TypeRow[] }
  | { readonly kind: "code"; readonly language: "diff" | "markdown"; readonly text: string }
);

/** Returns all sections of a report that are not empty. */
export function sectionsOf(report: Report): Section[] {
  const { unjudged, secondOpinions, consequences } = report;
  const { types, examples = [], lint = [], facts, notes } = consequences;
  const at = (file: string, line: number): string => quoted(`${file}:${line}`);
  const all: Section[] = [
    list(
      "Cannot be judged",
      "locations",
      unjudged.map(
        ({ side, file, line, text, isChange }) =>
          `${side}: ${at(file, line)} ${quoted(text)}${isChange ? "" : " (unchanged)"}`,
      ),
    ),
    changes("Breaking", "breaking changes", report, "major"),
    {
      kind: "types",
      title: "Generated types",
      noun: "types",
      isFolded: false,
      rows: types?.rows ?? [],
    },
    list(
      "Examples that the other side's schema rejects",
      "examples",
      examples.map(({ side, pointer, text }) => `${side}: ${quoted(pointer)} ${quoted(text)}`),
    ),
    list(
      "New lint findings",
      "lint findings",
      lint.map(
        ({ file, line, rule, text }) => `${at(file, line)} ${quoted(rule)}: ${quoted(text)}`,
      ),
    ),
    changes("Additions and compatible changes", "additions", report, "minor"),
    folded(
      "Downgraded redocly diff findings",
      "findings",
      secondOpinions.map(
        ({ file, line, message, rule, because }) =>
          `${at(file, line)} ${quoted(message)} (${quoted(rule)}). ${because}`,
      ),
    ),
    code("Changeset", "markdown", changesetText(report)),
    folded(
      "Facts to recheck",
      "facts",
      facts.map(({ id, says }) => `${quoted(id)}: ${quoted(says)}`),
    ),
    code("Diff of the generated types", "diff", types?.diff ?? ""),
    changes("Wording", "wording changes", report, "patch"),
    changes("No effect", "changes", report, "none"),
    list("Skipped checks", "notes", notes),
  ];
  return all.filter((section) => sizeOf(section) > 0);
}

function changes(title: string, noun: string, report: Report, level: string): Section {
  const groups = groupsOf(report, level);
  const count = groups.reduce((sum, { all }) => sum + all.length, 0);
  return {
    kind: "changes",
    title: `${title} (${count})`,
    noun,
    isFolded: level !== "major",
    level,
    groups,
  };
}

function list(title: string, noun: string, sentences: readonly string[]): Section {
  return { kind: "list", title, noun, isFolded: false, sentences };
}

function folded(title: string, noun: string, sentences: readonly string[]): Section {
  return { ...list(`${title} (${sentences.length})`, noun, sentences), isFolded: true };
}

function code(title: string, language: "diff" | "markdown", text: string): Section {
  return { kind: "code", title, noun: "blocks", isFolded: true, language, text };
}

function sizeOf(section: Section): number {
  switch (section.kind) {
    case "changes":
      return section.groups.length;
    case "list":
      return section.sentences.length;
    case "types":
      return section.rows.length;
    case "code":
      return section.text.length;
  }
}

/** Returns a changeset that announces the required version; empty if no changeset is required. */
function changesetText({ changelog, packages }: Report): string {
  if (packages === "none" || packages === "patch" || changelog.length === 0) return "";
  return [
    "---",
    `"@vpcep/openapi": ${packages}`,
    "---",
    "",
    ...changelog.map((line) => `- ${line}`),
  ]
    .map((line) => line.replace(/\s+/g, " "))
    .join("\n");
}

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/**
 * Formats the number of changes, such as "3 breaking, 2 additions, 5 wording". Counts accepted breaking changes
 * separately.
 */
export function countsText({ changes }: Report): string {
  const of = (level: string, isAccepted = false): number =>
    changes.filter((one) => one.level === level && (one.accepted !== null) === isAccepted).length;
  const accepted = of("major", true);
  return [
    `${of("major")} breaking`,
    ...(accepted > 0 ? [`${accepted} accepted`] : []),
    plural(of("minor"), "addition", "additions"),
    `${of("patch")} wording`,
  ].join(", ");
}

/** Formats the report's first line: the verdict, the counts, the due version, and whether that version is announced. */
export function headline(report: Report): string {
  const { verdict, packages, announcement, unjudged } = report;
  if (verdict === "unknown") return "Verdict: unknown. The review could not run.";
  const missing = unjudged.filter(({ isChange }) => isChange).length;
  const incomplete =
    missing === 0
      ? ""
      : ` Incomplete: ${plural(missing, "location", "locations")} could not be judged.`;
  const { dueVersion, baseVersion, headVersion, by, fit, announced } = announcement;
  if (packages === "none" && fit === "right")
    return missing === 0
      ? "Verdict: none. No semantic changes."
      : `Verdict: incomplete. ${plural(missing, "location", "locations")} could not be judged. No other semantic changes.`;
  const due =
    dueVersion === undefined
      ? `\`${baseVersion ?? "(none)"}\` is not a semantic version, so the due version is unknown`
      : packages === "none"
        ? "No new version is due"
        : `Due: ${dueVersion}`;
  const told =
    by.length === 0 ? `\`info.version\` is ${headVersion ?? "missing"}` : by.join(" and ");
  const says = {
    right: `Announced by ${told}.`,
    small: `Not announced: ${by.length === 0 ? `${told} and no changeset announces a release` : `${told} announces only ${announced}`}.`,
    large: `Announced level is higher than required: ${told}.`,
    undocumented: "Only wording changed, so a changeset is optional.",
  }[fit];
  const types = packages === verdict ? "" : ` for the API, ${packages} for the packages`;
  return `Verdict: ${verdict}${types} (${countsText(report)}). ${due}. ${says}${incomplete}`;
}
