import type { Level } from "../policy/level.js";

type Version = readonly [number, number, number];

/**
 * Returns the next version that a change at the given level requires. For versions below 1.0.0, a breaking change
 * requires only a minor version bump.
 *
 * @returns the next version, or undefined if the given version is not a semantic version
 */
export function dueVersion(version: string | undefined, level: Level): string | undefined {
  const parts = parseVersion(version);
  if (parts === undefined) return undefined;
  const [major, minor, patch] = parts;
  switch (bumpOf(parts, level)) {
    case "major":
      return `${major + 1}.0.0`;
    case "minor":
      return `${major}.${minor + 1}.0`;
    case "patch":
      return `${major}.${minor}.${patch + 1}`;
    case "none":
      return `${major}.${minor}.${patch}`;
  }
}

/**
 * Returns the version bump between two versions, or `"none"` if the second version is equal to or lower than the first
 * version, or if either version is not a semantic version.
 */
export function announcedByVersion(before: string | undefined, after: string | undefined): Level {
  const [old, young] = [parseVersion(before), parseVersion(after)];
  if (old === undefined || young === undefined) return "none";
  const rose = old.findIndex((part, index) => part !== young[index]);
  if (rose === -1 || (young[rose] ?? 0) < (old[rose] ?? 0)) return "none";
  const part = (["major", "minor", "patch"] as const)[rose] ?? "none";
  // For versions below 1.0.0, a minor bump announces a breaking change.
  return part === "minor" && old[0] === 0 ? "major" : part;
}

function bumpOf([major]: Version, level: Level): Level {
  return major === 0 && level === "major" ? "minor" : level;
}

function parseVersion(version: string | undefined): Version | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(version ?? "");
  return match === null ? undefined : [Number(match[1]), Number(match[2]), Number(match[3])];
}
