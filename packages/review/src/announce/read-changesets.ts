import { parse } from "yaml";

import type { Side } from "../git/side.js";
import { largest, type Level } from "../policy/level.js";
import { ReviewError } from "../review-error.js";
import { asLevel } from "./due-version.js";

/** A pending note about the next release. */
export interface Changeset {
  readonly file: string;
  readonly level: Level;
}

const published = ["@vpcep/openapi", "@vpcep/types", "@vpcep/client", "@vpcep/mock"];

/**
 * The changesets of a side that speak of a published package. The packages share one version, so the
 * largest size among them counts for all.
 *
 * @throws ReviewError when a changeset's front matter cannot be read.
 */
export function readChangesets(side: Side): Changeset[] {
  const files = side
    .list(".changeset")
    .filter((name) => name.endsWith(".md") && name !== "README.md");
  return files.flatMap((name) => {
    const file = `.changeset/${name}`;
    const text = side.description.source.read(file) ?? "";
    const front = /^---\r?\n([\s\S]*?)\r?\n?---/.exec(text)?.[1];
    if (front === undefined)
      throw new ReviewError(`${file} has no front matter between two lines of ---.`);
    const sizes = (parse(front) ?? {}) as Record<string, string>;
    const levels = published.flatMap((name) =>
      typeof sizes[name] === "string" ? [asLevel(sizes[name])] : [],
    );
    return levels.length === 0 ? [] : [{ file, level: largest(levels) }];
  });
}
