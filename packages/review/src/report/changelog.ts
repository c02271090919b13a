import { capital } from "./shown.js";
import { groupBy, quoted } from "./groups.js";
import type { Change, Place } from "./report.js";

/** Returns a sentence for each breaking change and addition, with breaking changes first. Omits wording changes. */
export function changelog(changes: readonly Change[]): string[] {
  const some = changes.filter(({ level }) => level === "major" || level === "minor");
  return groupBy(some, ({ level, rule, text }) => [level, rule, text]).flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const where = whereText(alike.flatMap(({ places }) => places));
    const sentence = where === "" ? capital(first.text) : `${where}: ${first.text}`;
    return [`${first.level === "major" ? "**Breaking:** " : ""}${sentence}.`];
  });
}

function whereText(places: readonly Place[]): string {
  const [first, ...others] = places;
  if (first === undefined) return "";
  const { operation, part, path } = first;
  if (others.length === 0)
    return [operation && quoted(operation), part, path && quoted(path)].filter(Boolean).join(", ");
  return operation !== "" && others.every((one) => one.operation === operation)
    ? `${quoted(operation)}, in ${places.length} locations`
    : `In ${places.length} locations`;
}
