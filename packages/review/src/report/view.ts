import { diffWordsWithSpace } from "diff";

import type { Audience, Change, Location, Place, Report, ReportedChange } from "./report.js";

/** Labels for the affected users, used in all formats. */
const audiences: Readonly<Record<Audience, string>> = {
  senders: "senders of requests",
  readers: "readers of responses",
  types: "users of the types",
  documentation: "readers of the documentation",
};

/** Describes who is affected by a change. */
export function audienceText({ affects }: Change): string {
  return affects.map((one) => audiences[one]).join(", ");
}

/** Formats a location on one line, with quoted text in backticks. */
export function placeSentence({ operation, part, path }: Place): string {
  const quoted = (text: string): string => (text === "" ? "" : `\`${text.replaceAll("`", "'")}\``);
  return [quoted(operation), part, quoted(path)].filter((text) => text !== "").join(" · ");
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

/** Formats the report's first line: the verdict, counts, due version, and whether the version is announced. */
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

/** Returns text such as "3 times" if a group contains the same change more than once; otherwise an empty string. */
export function timesText({ first, all }: Group): string {
  const same = all.filter(({ text }) => text === first.text).length;
  return same > 1 ? `${same} times` : "";
}

/** Formats a group's title. If all changes are in the same part, the title starts with that part's name. */
export function titleOf({ text, places }: Group): string {
  const parts = new Set(
    places.map(({ part, path }) =>
      placeSentence({ operation: "", part: part.startsWith("the ") ? "" : part, path }),
    ),
  );
  const [part = ""] = parts;
  return parts.size === 1 && part !== "" ? `${part}: ${text}` : text;
}

/** A group of similar changes: the same change in several locations, or changes to several names in one location. */
export interface Group {
  readonly first: ReportedChange;
  readonly all: readonly ReportedChange[];
  /** Every affected location. */
  readonly places: readonly Place[];
  /** Combined text that lists the names in all changes; long lists are shortened. */
  readonly text: string;
}

/** Groups the changes at a level and keeps their order. */
export function groupsOf({ changes }: Report, level: string): Group[] {
  const some = changes.filter((change) => change.level === level);
  // Group wording changes only if their old and new texts are the same; added or removed texts can differ.
  const wordsIn = ({ before, after }: Change): unknown =>
    level === "patch" && before !== null && after !== null ? [before, after] : [];
  const alike = groupBy(some, (one) => [one.rule, one.text, one.accepted, wordsIn(one)]);
  const nameless = (text: string): string => text.replace(nameIn, "");
  return groupBy(alike, ([first, ...others]) =>
    first === undefined || others.length > 0 || level === "patch"
      ? [first?.id]
      : [first.rule, nameless(first.text), first.accepted, first.places],
  ).flatMap((groups): Group[] => {
    const all = groups.flat();
    const [first] = all;
    if (first === undefined) return [];
    const places = (groups.length > 1 ? [first] : all).flatMap((one) => one.places);
    return [{ first, all, places, text: textOf(groups.flatMap(([one]) => (one ? [one] : []))) }];
  });
}

const nameIn = /`[^`]*`/;
const namesShown = 12;

/** Formats a group's changes, such as "the property `a` is removed, and 2 more: `b`, `c`". */
function textOf([first, ...others]: readonly Change[]): string {
  if (first === undefined) return "";
  if (others.length === 0) return first.text;
  const names = others.map(({ text }) => nameIn.exec(text)?.[0] ?? text);
  // List all names in breaking changes, and shorten other lists.
  const shown = first.level === "major" ? names : names.slice(0, namesShown);
  const rest = shown.length < names.length ? ", …" : "";
  return `${first.text}, and ${names.length} more: ${shown.join(", ")}${rest}`;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return [...groups.values()];
}

/** One segment in a word diff. */
export interface Words {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

// Number of unchanged characters to show next to a change.
const context = 40;
const longestDiff = 1_200;

/** Returns a wording change's word diff; undefined for other changes. */
export function wordsOf({ rule, before, after }: Change): Words[] | undefined {
  if (rule !== "description-changed" || before === null || after === null) return undefined;
  if (before.startsWith("{") || after.startsWith("{")) return undefined;
  if (before === after) return undefined;
  // Collapse whitespace, so that changed line breaks are not shown.
  const [old, young] = [before, after].map((text) => text.replace(/\s+/g, " ").trim()) as [
    string,
    string,
  ];
  const parts = diffWordsWithSpace(old, young, { maxEditLength: 2_000, timeout: 500 });
  if (parts === undefined) return undefined;
  let length = 0;
  const runs = runsOf(parts);
  return runs.flatMap(({ kind, text: value }, index): Words[] => {
    if (length > longestDiff) return [];
    const text = kind === "same" ? shorten(value, index === 0, index === runs.length - 1) : value;
    length += text.length;
    return [{ kind, text: length > longestDiff ? `${text.slice(0, 200)} …` : text }];
  });
}

/** Merges adjacent changed words and the whitespace between them into one segment. */
function runsOf(parts: readonly { value: string; added?: boolean; removed?: boolean }[]): Words[] {
  const runs: Words[] = [];
  let [removed, added] = ["", ""];
  const end = (): void => {
    if (removed !== "") runs.push({ kind: "removed", text: removed });
    if (added !== "") runs.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  parts.forEach(({ value, added: isAdded, removed: isRemoved }, index) => {
    const isBetween =
      value.trim() === "" && removed + added !== "" && index < parts.length - 1 && value !== "";
    if (isRemoved) removed += value;
    else if (isAdded) added += value;
    else if (isBetween) [removed, added] = [removed + value, added + value];
    else {
      end();
      runs.push({ kind: "same", text: value });
    }
  });
  end();
  return runs;
}

function shorten(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * context) return text;
  const [start, end] = [text.slice(0, context), text.slice(-context)];
  return `${isFirst ? "" : start}…${isLast ? "" : end}`;
}

/** Links to locations and policy sections; undefined if no URL is known. */
export interface Links {
  file(location: Location, side: "base" | "head"): string | undefined;
  policy(rule: string): string | undefined;
}

export const noLinks: Links = { file: () => undefined, policy: () => undefined };

/**
 * Creates links to files on GitHub. Reads `GITHUB_SERVER_URL` and `GITHUB_REPOSITORY`, and, if the head is not a
 * commit, `REVIEW_HEAD_SHA` or `GITHUB_SHA`. Outside GitHub Actions, there are no links.
 */
export function gitHubLinks(
  report: Report,
  env: Readonly<Record<string, string | undefined>>,
): Links {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  if (server === undefined || repository === undefined) return noLinks;
  const url = (commit: string | null | undefined, file: string, anchor: string) =>
    commit === undefined || commit === null
      ? undefined
      : `${server}/${repository}/blob/${commit}/${file.split("/").map(encode).join("/")}#${anchor}`;
  const headCommit = report.head?.commit ?? env["REVIEW_HEAD_SHA"] ?? env["GITHUB_SHA"];
  return {
    file: ({ file, line }, side) =>
      url(side === "base" ? report.base?.commit : headCommit, file, `L${line}`),
    policy: (rule) =>
      url(report.base?.commit ?? env["GITHUB_SHA"], "docs/review-policy.md", encode(rule)),
  };
}

/** Encodes text for a URL. Also escapes characters that would end a Markdown link. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[()!'*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
