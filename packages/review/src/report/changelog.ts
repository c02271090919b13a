import { capital } from "./shown.js";
import { componentsText, groupBy, placesOf, quoted } from "./groups.js";
import type { Change, Place } from "./report.js";

/** Returns a sentence for each breaking change and addition, with breaking changes first. Omits wording changes. */
export function changelog(changes: readonly Change[]): string[] {
  const some = changes.filter(({ level }) => level === "major" || level === "minor");
  return groupBy(some, ({ level, rule, text }) => [level, rule, text]).flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const where = whereText(alike);
    const sentence = where === "" ? capital(first.text) : `${where}: ${first.text}`;
    return [`${first.level === "major" ? "**Breaking:** " : ""}${sentence}.`];
  });
}

/** Describes what the affected locations have in common: the operation, the part of the operation, and the property. */
function whereText(changes: readonly Change[]): string {
  const { listed, hasMore } = placesOf(changes);
  const common = (key: keyof Place): string => {
    const [first = "", ...others] = new Set(listed.map((place) => place[key]));
    return others.length === 0 ? first : "";
  };
  const [operation, part, path] = [common("operation"), common("part"), common("path")];
  const isSingle = listed.length === 1;
  const words = [
    operation && quoted(operation),
    isSingle || !part.startsWith("the ") ? part : "",
    path ? quoted(path) : isSingle ? "" : componentsText(changes),
    isSingle ? "" : `in ${hasMore ? "more than " : ""}${listed.length} locations`,
  ];
  return capital(words.filter(Boolean).join(", "));
}
