import type { Report } from "@vpcep/review";

/** The label in the changelog for each severity level of a change. */
const headings = {
  major: "Breaking",
  minor: "New",
  patch: "Wording",
} as const;

/**
 * Formats the contract changes as a Markdown list for the changelog, using the review's wording, with breaking changes
 * first.
 *
 * @returns the list, or `undefined` if the contract hasn't changed.
 */
export function contractNotes({ changes }: Report): string | undefined {
  const lines = (Object.keys(headings) as (keyof typeof headings)[]).flatMap((level) =>
    changes
      .filter((change) => change.level === level)
      .map((change) => `- **${headings[level]}:** ${change.text.replaceAll("\n", " ")}`),
  );
  return lines.length === 0 ? undefined : ["Contract changes:", "", ...lines].join("\n");
}
