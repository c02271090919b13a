/** What a change asks of the version, from nothing to a new major. */
export type Level = "none" | "patch" | "minor" | "major";

/** The levels, smallest first. */
export const levels = ["none", "patch", "minor", "major"] as const satisfies Level[];

/** The largest of some levels; `"none"` of none. */
export function largest(some: Iterable<Level>): Level {
  let found: Level = "none";
  for (const level of some) if (levels.indexOf(level) > levels.indexOf(found)) found = level;
  return found;
}
