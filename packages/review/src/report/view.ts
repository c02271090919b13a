import { diffWordsWithSpace } from "diff";

import type { Audience, Change, Location, Place, Report, ReportedChange } from "./report.js";

/** What every format says in the same words. */
const audiences: Readonly<Record<Audience, string>> = {
  senders: "senders of requests",
  readers: "readers of responses",
  types: "users of the types",
  documentation: "readers of the documentation",
};

/** Whom a change affects, in words. */
export function audienceText({ affects }: Change): string {
  return affects.map((one) => audiences[one]).join(", ");
}

/** A place on one line, what somebody wrote between backticks. */
export function placeSentence({ operation, part, path }: Place): string {
  const quoted = (text: string): string => (text === "" ? "" : `\`${text.replaceAll("`", "'")}\``);
  return [quoted(operation), part, quoted(path)].filter((text) => text !== "").join(" · ");
}

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** "3 breaking, 2 additions, 5 wording"; accepted breaks are counted apart. */
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

/** The one line on top: verdict and counts, due version, and whether it is announced. */
export function headline(report: Report): string {
  const { verdict, packages, announcement, unjudged } = report;
  if (verdict === "unknown") return "Verdict: unknown. Nothing was judged.";
  const missing = unjudged.filter(({ isChange }) => isChange).length;
  const incomplete =
    missing === 0 ? "" : ` Incomplete: ${plural(missing, "place", "places")} cannot be judged.`;
  const { dueVersion, baseVersion, headVersion, by, fit, announced } = announcement;
  if (packages === "none" && fit === "right")
    return missing === 0
      ? "Verdict: none. No semantic changes."
      : `Verdict: incomplete. ${plural(missing, "place", "places")} cannot be judged; the rest has no semantic changes.`;
  const due =
    dueVersion === undefined
      ? `The version \`${baseVersion ?? "(none)"}\` is not semantic, so no due version can be named`
      : packages === "none"
        ? "No new version is due"
        : `Due: ${dueVersion}`;
  const told =
    by.length === 0 ? `\`info.version\` is ${headVersion ?? "missing"}` : by.join(" and ");
  const says = {
    right: `Announced by ${told}.`,
    small: `Not announced: ${by.length === 0 ? `${told} and no changeset says so` : `${told} is only ${announced}`}.`,
    large: `Announced as more than that by ${told}.`,
    undocumented: "Only words changed; a changeset may wait.",
  }[fit];
  const types = packages === verdict ? "" : ` on the wire, ${packages} for the packages`;
  return `Verdict: ${verdict}${types} (${countsText(report)}). ${due}. ${says}${incomplete}`;
}

/** How often the same words apply; nothing where they apply once, or name several things. */
export function timesText({ first, all }: Group): string {
  const same = all.filter(({ text }) => text === first.text).length;
  return same > 1 ? `${same} times` : "";
}

/** What changed, with the part that it changed in where that is one and the same. */
export function titleOf({ text, places }: Group): string {
  const parts = new Set(
    places.map(({ part, path }) =>
      placeSentence({ operation: "", part: part.startsWith("the ") ? "" : part, path }),
    ),
  );
  const [part = ""] = parts;
  return parts.size === 1 && part !== "" ? `${part}: ${text}` : text;
}

/** Changes with one cause: the same words in several places, or several names in one place. */
export interface Group {
  readonly first: ReportedChange;
  readonly all: readonly ReportedChange[];
  /** Every place that one of them reaches. */
  readonly places: readonly Place[];
  /** What they say, with all names; a few of many. */
  readonly text: string;
}

/** The changes of a level, repetitions put together, in their order. */
export function groupsOf({ changes }: Report, level: string): Group[] {
  const some = changes.filter((change) => change.level === level);
  // Words that changed differ in what they say; words that came or went do not.
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

/** "the property `a` is removed, and 2 more: `b`, `c`" */
function textOf([first, ...others]: readonly Change[]): string {
  if (first === undefined) return "";
  if (others.length === 0) return first.text;
  const names = others.map(({ text }) => nameIn.exec(text)?.[0] ?? text);
  // No break is left out.
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

/** A part of a text that changed. */
export interface Words {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

// Beside a change, this much of the words that stayed is shown.
const context = 40;
const longestDiff = 1_200;

/** The words of a change of wording: what stayed near by, what went, what came. Undefined for other changes. */
export function wordsOf({ rule, before, after }: Change): Words[] | undefined {
  if (rule !== "description-changed" || before === null || after === null) return undefined;
  if (before.startsWith("{") || after.startsWith("{")) return undefined;
  if (before === after) return undefined;
  // Lines that are wrapped elsewhere say the same.
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

/** Words that changed one after the other are one passage: blanks between them change with them. */
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

/** Where a place and a section of the policy can be looked at, if the files are published somewhere. */
export interface Links {
  file(location: Location, side: "base" | "head"): string | undefined;
  policy(rule: string): string | undefined;
}

export const noLinks: Links = { file: () => undefined, policy: () => undefined };

/**
 * Links to the files on GitHub, from what its runners set: `GITHUB_SERVER_URL`, `GITHUB_REPOSITORY`, and
 * `REVIEW_HEAD_SHA` or `GITHUB_SHA` for a head that is no commit. Elsewhere there are no links.
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

/** Also escapes what would end a link of Markdown. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[()!'*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
