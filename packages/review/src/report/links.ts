import type { Location, Report } from "./report.js";

/** Links to locations and policy sections; undefined if no URL is known. */
export interface Links {
  file(location: Location, side: "base" | "head"): string | undefined;
  policy(rule: string): string | undefined;
}

export const noLinks: Links = { file: () => undefined, policy: () => undefined };

/**
 * Creates links to files on GitHub. Reads `GITHUB_SERVER_URL` and `GITHUB_REPOSITORY`. If the head is not a commit,
 * also reads `REVIEW_HEAD_SHA` or `GITHUB_SHA`. Outside GitHub Actions, no links are created.
 */
export function gitHubLinks(
  report: Report,
  env: Readonly<Record<string, string | undefined>>,
): Links {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  if (server === undefined || repository === undefined) return noLinks;
  const url = (commit: string | null | undefined, file: string, anchor: string) =>
    commit === undefined || commit === null
      ? undefined
      : `${server}/${repository}/blob/${commit}/${file.split("/").map(encode).join("/")}#${anchor}`;
  const headCommit = report.head?.commit ?? env["REVIEW_HEAD_SHA"] ?? env["GITHUB_SHA"];
  return {
    file: ({ file, line }, side) =>
      url(side === "base" ? report.base?.commit : headCommit, file, `L${line}`),
    policy: (rule) =>
      url(report.base?.commit ?? env["GITHUB_SHA"], "docs/review-policy.md", encode(rule)),
  };
}

/** Encodes text for a URL. Also escapes characters that would end a Markdown link. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[()!'*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
