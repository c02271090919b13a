import type { Level } from "../policy/level.js";

type Version = readonly [number, number, number];

/**
 * The next version after a change of the given level. Below 1.0.0, a breaking change requires only a new minor version,
 * as in Semantic Versioning.
 *
 * @returns undefined if the version isn't a semantic version.
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

/** The part of the version that increased, or `"none"` if it didn't increase or isn't a semantic version. */
export function announcedByVersion(before: string | undefined, after: string | undefined): Level {
  const [old, young] = [parseVersion(before), parseVersion(after)];
  if (old === undefined || young === undefined) return "none";
  const rose = old.findIndex((part, index) => part !== young[index]);
  if (rose === -1 || (young[rose] ?? 0) < (old[rose] ?? 0)) return "none";
  const part = (["major", "minor", "patch"] as const)[rose] ?? "none";
  // Below 1.0.0, a new minor version may contain breaking changes.
  return part === "minor" && old[0] === 0 ? "major" : part;
}

function bumpOf([major]: Version, level: Level): Level {
  return major === 0 && level === "major" ? "minor" : level;
}

function parseVersion(version: string | undefined): Version | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(version ?? "");
  return match === null ? undefined : [Number(match[1]), Number(match[2]), Number(match[3])];
}
