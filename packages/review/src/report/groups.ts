import { addTo } from "../load/values.js";
import type { Audience, Change, Place, Report, ReportedChange } from "./report.js";
import { parsePointer } from "@vpcep/contract-reader";

import { nameOf } from "../load/reach.js";
import { understood } from "../shape/keywords.js";
import { wordsOf, type Words } from "./word-diff.js";

/** A group of similar changes: the same change in several locations, or changes to several names in one location. */
export interface Group {
  readonly first: ReportedChange;
  readonly all: readonly ReportedChange[];
  /** The affected locations. */
  readonly places: Places;
  /**
   * The title as a sentence, such as "`id`: the type changes", followed by the number of occurrences if there are
   * several. Long lists of names are shortened.
   */
  readonly title: string;
  /** The names that the title leaves out. */
  readonly otherNames: readonly string[];
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
  return groupBy(alike, (changes) => {
    const [first] = changes;
    return first === undefined || level === "patch"
      ? [first?.id]
      : [first.rule, nameless(first.text), first.accepted, changes.map((one) => one.places)];
  }).flatMap((groups): Group[] => {
    const all = groups.flat();
    const [first] = all;
    if (first === undefined) return [];
    // All changes in a group are in the same locations.
    const places = placesOf(groups[0] ?? []);
    const [names, otherNames] = textOf(groups.flatMap(([one]) => (one ? [one] : [])));
    const same = all.filter(({ text }) => text === first.text).length;
    return [
      {
        first,
        all,
        places,
        title: `${subjectText(all)}${names}${same > 1 ? ` (${same} times)` : ""}`,
        otherNames,
        affects: level === "patch" ? "" : `Affects ${audienceText(all)}: ${reasonText(all)}`,
        words: wordsOf(first),
        values: level === "major" && all.length === 1 ? shortValues(first) : undefined,
      },
    ];
  });
}

const nameIn = /`[^`]*`/;
const namesShown = 12;

/**
 * Formats a group's changes, such as "the property `a` is removed, and 2 more: `b`, `c`". Also returns the names that
 * the text leaves out.
 */
function textOf([first, ...others]: readonly Change[]): [text: string, otherNames: string[]] {
  if (first === undefined || others.length === 0) return [first?.text ?? "", []];
  const names = others.map(({ text }) => nameIn.exec(text)?.[0] ?? text);
  const shown = names.slice(0, namesShown);
  const rest = shown.length < names.length ? ", …" : "";
  const text = `${first.text}, and ${names.length} more: ${shown.join(", ")}${rest}`;
  return [text, names.slice(namesShown)];
}

/** Groups items whose keys are the same when converted to JSON. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) addTo(groups, JSON.stringify(keyOf(item)), item);
  return [...groups.values()];
}

/** The listed locations, and whether the changes affect any other locations. */
export interface Places {
  readonly listed: readonly Place[];
  readonly hasMore: boolean;
}

export function placesOf(changes: readonly Change[]): Places {
  return {
    listed: changes.flatMap(({ places }) => places),
    hasMore: changes.some(({ hasMorePlaces }) => hasMorePlaces),
  };
}

/**
 * Returns the start of a title: the location that all changes have in common or, if there is none, the changed
 * components.
 */
function subjectText(changes: readonly Change[]): string {
  const parts = new Set(
    placesOf(changes).listed.map(({ part, path }) =>
      placeSentence({ operation: "", part: part.startsWith("the ") ? "" : part, path }),
    ),
  );
  const [part = ""] = parts;
  const subject = parts.size === 1 ? part : componentsText(changes);
  return subject === "" ? "" : `${subject}: `;
}

const componentsShown = 3;

/**
 * Lists the components and properties that changed, such as "`Port.status`"; if there are none, lists the operations.
 */
export function componentsText(changes: readonly Change[]): string {
  const found = changes.map((one) => componentOf(one) || (one.places[0]?.operation ?? ""));
  const names = [...new Set(found.filter(Boolean))];
  const shown = names.slice(0, componentsShown).map(quoted).join(", ");
  const rest = names.length - componentsShown;
  return rest > 0 ? `${shown}, and ${rest} more` : shown;
}

// If the first key of a JSON Pointer is one of these keys, the pointer does not lead to a component.
const notComponents = [
  ...["", "openapi", "info", "paths", "webhooks", "servers", "security", "tags"],
  ...["parameters", "requestBody", "responses", "callbacks", "content", "headers"],
];

/** Returns the name of the component that contains a change, followed by the path of the changed property. */
function componentOf({ file, pointer }: Change): string {
  const keys = parsePointer(pointer);
  const [root = "", , name] = keys;
  if (notComponents.includes(root)) return "";
  // A file other than the root file contains either a single schema or several named schemas.
  const isOnly = Object.hasOwn(understood, root) || root === "allOf" || root === "description";
  const start = root === "components" ? name : isOnly ? nameOf(file) : root;
  const properties = keys.filter((_, index) => keys[index - 1] === "properties");
  return [start ?? "", ...properties].join(".");
}

// Maximum combined length of the old and new values.
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

function audienceText(changes: readonly Change[]): string {
  const affected = new Set(changes.flatMap(({ affects }) => affects));
  const names = Object.entries(audiences).filter(([one]) => affected.has(one as Audience));
  return names.map(([, name]) => name).join(", ");
}

/** Joins the different reasons. Omits a reason that a longer reason already contains. */
function reasonText(changes: readonly Change[]): string {
  const reasons = [...new Set(changes.map(({ because }) => because))];
  return reasons
    .filter((one) => !reasons.some((other) => other !== one && other.includes(one)))
    .join(" ");
}

/** Formats untrusted text so that it can be part of a sentence. */
export function quoted(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}

/** Formats a location as a sentence. */
export function placeSentence({ operation, part, path }: Place): string {
  return [operation && quoted(operation), part, path && quoted(path)].filter(Boolean).join(" · ");
}

/** Formats the first locations as sentences, followed by the number of remaining locations. */
export function placeSentences({ listed, hasMore }: Places, most: number): string[] {
  const shown = listed.slice(0, most).map(placeSentence);
  const rest = listed.length - shown.length;
  if (rest === 0) return hasMore ? [...shown, "and more places"] : shown;
  const count = `${hasMore ? "more than " : ""}${rest}`;
  return [...shown, `and ${count} more ${rest === 1 && !hasMore ? "place" : "places"}`];
}

/** Removes duplicates from a list. If the list is still too long, replaces the last items with their number. */
export function shortened(items: readonly string[], most: number): string[] {
  const all = [...new Set(items)];
  const rest = all.length - most;
  return rest > 0 ? [...all.slice(0, most), `and ${rest} more`] : all;
}
