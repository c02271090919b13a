import type { Change, Place } from "./report.js";

/** Returns a sentence for each breaking change and addition, with breaking changes first. Omits wording changes. */
export function changelog(changes: readonly Change[]): string[] {
  const groups = new Map<string, Change>();
  for (const change of changes) {
    if (change.level !== "major" && change.level !== "minor") continue;
    const key = `${change.level} ${change.rule} ${change.text}`;
    const known = groups.get(key);
    groups.set(
      key,
      known === undefined ? change : { ...known, places: [...known.places, ...change.places] },
    );
  }
  return [...groups.values()].map((change) => {
    const where =
      change.places.length === 1 ? placeWords(change.places[0]) : commonWords(change.places);
    const text = change.text.charAt(0).toUpperCase() + change.text.slice(1);
    return `${change.level === "major" ? "**Breaking:** " : ""}${where}${where === "" ? text : change.text}.`;
  });
}

function placeWords(place: Place | undefined): string {
  if (place === undefined) return "";
  const { operation, part, path } = place;
  const words = [
    operation === "" ? "" : `\`${operation}\``,
    part,
    path === "" ? "" : `\`${path}\``,
  ];
  return `${words.filter((word) => word !== "").join(", ")}: `;
}

function commonWords(places: readonly Place[]): string {
  const operations = new Set(places.map(({ operation }) => operation));
  const [only] = operations;
  return operations.size === 1 && only !== undefined && only !== ""
    ? `\`${only}\`, in ${places.length} locations: `
    : `In ${places.length} locations: `;
}
