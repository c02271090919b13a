import type { Report } from "@vpcep/review";

/** How the changelog calls each size of a change; what has no meaning for users is left out. */
const headings = {
  major: "Breaking",
  minor: "New",
  patch: "Wording",
} as const;

/**
 * What changed in the contract, as the Markdown list of a changelog: one line for each change, in the review's
 * own words, the breaking ones first.
 *
 * @returns `undefined` when nothing changed.
 */
export function contractNotes({ changes }: Report): string | undefined {
  const lines = (Object.keys(headings) as (keyof typeof headings)[]).flatMap((level) =>
    changes
      .filter((change) => change.level === level)
      .map((change) => `- **${headings[level]}:** ${change.text.replaceAll("\n", " ")}`),
  );
  return lines.length === 0 ? undefined : ["Changes of the contract:", "", ...lines].join("\n");
}
