/** The version bump that a change requires. */
export type Level = "none" | "patch" | "minor" | "major";

/** All levels, lowest first. */
export const levels = ["none", "patch", "minor", "major"] as const satisfies Level[];

/** Returns the highest of the given levels, or `"none"` if the list is empty. */
export function largest(some: Iterable<Level>): Level {
  let found: Level = "none";
  for (const level of some) if (levels.indexOf(level) > levels.indexOf(found)) found = level;
  return found;
}
