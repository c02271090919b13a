import { addTo } from "../load/values.js";
import type { Audience, Change, Place, Report, ReportedChange } from "./report.js";
import { wordsOf, type Words } from "./word-diff.js";

/** A group of similar changes: the same change in several locations, or changes to several names in one location. */
export interface Group {
  readonly first: ReportedChange;
  readonly all: readonly ReportedChange[];
  /** Every affected location. */
  readonly places: readonly Place[];
  /** The title as a sentence, such as "`id`: the type changes", with the number of times if there are several. */
  readonly title: string;
  /** Who is affected and why, as a sentence; empty for wording changes. */
  readonly affects: string;
  /** The word diff of a wording change. */
  readonly words: readonly Words[] | undefined;
  /** The old and new values of a single breaking change, if both are short. */
  readonly values: { readonly before: string; readonly after: string } | undefined;
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
    const names = textOf(groups.flatMap(([one]) => (one ? [one] : [])));
    const same = all.filter(({ text }) => text === first.text).length;
    return [
      {
        first,
        all,
        places,
        title: `${partOf(places)}${names}${same > 1 ? ` (${same} times)` : ""}`,
        affects: level === "patch" ? "" : `Affects ${audienceText(first)}: ${first.because}`,
        words: wordsOf(first),
        values: level === "major" && all.length === 1 ? shortValues(first) : undefined,
      },
    ];
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

/** Groups items that have the same key, which is compared as JSON. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) addTo(groups, JSON.stringify(keyOf(item)), item);
  return [...groups.values()];
}

/** Returns the start of a title if all changes are in the same part. */
function partOf(places: readonly Place[]): string {
  const parts = new Set(
    places.map(({ part, path }) =>
      placeSentence({ operation: "", part: part.startsWith("the ") ? "" : part, path }),
    ),
  );
  const [part = ""] = parts;
  return parts.size === 1 && part !== "" ? `${part}: ` : "";
}

// Maximum length of the old and new values together.
const longestValues = 240;

function shortValues({ before, after }: Change): Group["values"] {
  if (before === null || after === null || before.length + after.length >= longestValues)
    return undefined;
  return { before, after };
}

/** Labels for the affected users. */
const audiences: Readonly<Record<Audience, string>> = {
  senders: "senders of requests",
  readers: "readers of responses",
  types: "users of the types",
  documentation: "readers of the documentation",
};

function audienceText({ affects }: Change): string {
  return affects.map((one) => audiences[one]).join(", ");
}

/** Formats untrusted text so that it can be part of a sentence. */
export function quoted(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}

/** Formats a location as a sentence. */
export function placeSentence({ operation, part, path }: Place): string {
  return [operation && quoted(operation), part, path && quoted(path)].filter(Boolean).join(" · ");
}

/** Formats the first locations as sentences, followed by the number of the others. */
export function placeSentences(places: readonly Place[], most: number): string[] {
  const shown = places.slice(0, most).map(placeSentence);
  const rest = places.length - shown.length;
  return rest === 0 ? shown : [...shown, `and ${rest} more ${rest === 1 ? "place" : "places"}`];
}
