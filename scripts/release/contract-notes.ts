import type { Report } from "@vpcep/review";

/** The label of each size of change in the changelog. */
const headings = {
  major: "Breaking",
  minor: "New",
  patch: "Wording",
} as const;

/**
 * The contract changes as a Markdown list for the changelog, with the review's sentences and breaking changes first.
 *
 * @returns `undefined` if nothing changed.
 */
export function contractNotes({ changes }: Report): string | undefined {
  const lines = (Object.keys(headings) as (keyof typeof headings)[]).flatMap((level) =>
    changes
      .filter((change) => change.level === level)
      .map((change) => `- **${headings[level]}:** ${change.text.replaceAll("\n", " ")}`),
  );
  return lines.length === 0 ? undefined : ["Contract changes:", "", ...lines].join("\n");
}
