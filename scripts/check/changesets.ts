import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { review, ReviewError, type Report } from "@vpcep/review";
import { parse } from "yaml";

import { workspacePackages } from "../release/workspace-packages.js";
import type { Finding } from "./finding.js";

const sizes = ["patch", "minor", "major", "none"];

/** Finds changesets that list an unknown package, a private package, or an unknown release type. */
export async function findBrokenChangesets(root: string): Promise<Finding[]> {
  const packages = await workspacePackages(root);
  const names = (isPrivate: boolean): string[] =>
    packages
      .filter(({ manifest }) => (manifest.private === true) === isPrivate)
      .map(({ manifest }) => manifest.name);
  const published = names(false);
  const files = (await readdir(join(root, ".changeset"))).filter(
    (name) => name.endsWith(".md") && name !== "README.md",
  );
  const found = await Promise.all(
    files.map(async (name): Promise<Finding[]> => {
      const place = `.changeset/${name}`;
      const text = await readFile(join(root, place), "utf8");
      const front = /^---\r?\n([^]*?)\r?\n?---/.exec(text)?.[1];
      const finding = (reason: string, remedy: string): Finding => ({
        kind: "changeset",
        place,
        reason,
        remedy,
      });
      const entries = frontMatter(front);
      if (entries === undefined)
        return [
          finding(
            "The changeset doesn't start with a list of packages and release types between two --- lines.",
            `Add a line such as "${published[0] ?? ""}": minor. .changeset/README.md has an example.`,
          ),
        ];
      return Object.entries(entries).flatMap(([key, size]) => {
        if (!published.includes(key))
          return [
            finding(
              names(true).includes(key)
                ? `The package "${key}" is private and isn't versioned.`
                : `There is no package "${key}".`,
              `Use ${nearest(key, published)}. The public packages are ${published.join(", ")}.`,
            ),
          ];
        if (typeof size !== "string" || !sizes.includes(size))
          return [
            finding(
              `${JSON.stringify(size)} is not a valid release type.`,
              "Use patch, minor, or major.",
            ),
          ];
        return [];
      });
    }),
  );
  return found.flat();
}

function frontMatter(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  try {
    const parsed = (parse(text) ?? {}) as unknown;
    return typeof parsed === "object" ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the most similar name (by edit distance). */
export function nearest(name: string, names: readonly string[]): string {
  const [best = ""] = [...names].sort((one, other) => distance(name, one) - distance(name, other));
  return best;
}

/** Returns the Levenshtein distance. Comparing UTF-16 code units is sufficient because package names are ASCII. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/**
 * Checks whether the changesets declare a large enough release for the contract changes since the main branch.
 *
 * @returns a finding if the declared release is too small, or a note if the contract could not be compared.
 */
export async function findMissingChangeset(root: string): Promise<Finding | string | undefined> {
  try {
    return missingChangeset(await review({ root }));
  } catch (error) {
    if (error instanceof ReviewError) return `Changesets were not checked: ${error.message}`;
    throw error;
  }
}

export function missingChangeset({ announcement, changelog, faults }: Report): Finding | undefined {
  const { fit, level, announced, dueVersion } = announcement;
  const [fault] = faults;
  if (fit !== "small")
    return fault === undefined
      ? undefined
      : {
          kind: "changeset",
          place: "review.accepted.yaml",
          reason: fault,
          remedy: "Run npm run review for the details.",
        };
  const sentences = changelog.map((line) => `- ${line}`).join("\n");
  return {
    kind: "changeset",
    place: ".changeset/",
    reason: `The contract changes require a ${level} release${dueVersion === undefined ? "" : ` (${dueVersion})`}, but the changesets declare ${announced === "none" ? "nothing" : `a ${announced} release`}.`,
    remedy: `Run npx changeset, or create a file such as .changeset/my-change.md:\n---\n"@vpcep/openapi": ${level}\n---\n\n${sentences}`,
  };
}
