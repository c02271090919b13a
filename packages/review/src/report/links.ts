import type { Report } from "./report.js";
import type { Location } from "./change.js";

/** Where a place can be looked at, if the files are published somewhere. */
export type Link = (location: Location, side: "base" | "head") => string | undefined;

/**
 * Links to the files on GitHub, from what its runners set: `GITHUB_SERVER_URL`, `GITHUB_REPOSITORY`, and
 * `REVIEW_HEAD_SHA` or `GITHUB_SHA` for a head that is the working tree. Elsewhere there are no links.
 */
export function gitHubLinks(
  report: Report,
  env: Readonly<Record<string, string | undefined>>,
): Link {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  return ({ file, line }, side) => {
    const commit = report[side].commit ?? env["REVIEW_HEAD_SHA"] ?? env["GITHUB_SHA"];
    if (server === undefined || repository === undefined || commit === undefined) return undefined;
    return `${server}/${repository}/blob/${commit}/${file}#L${line}`;
  };
}
