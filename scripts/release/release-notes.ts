import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { publishedPackages } from "./workspace-packages.js";

/** Returns all packages' changelog entries for the current version in one document. */
export async function releaseNotes(root: string): Promise<string> {
  const sections: string[] = [];
  for (const { folder, manifest } of await publishedPackages(root)) {
    const file = join(root, folder, "CHANGELOG.md");
    const changelog = await readFile(file, "utf8").catch(() => "");
    const section = sectionOf(changelog, manifest.version);
    if (section !== "") sections.push(`## ${manifest.name}\n\n${section}`);
  }
  return sections.length === 0 ? "The first release.\n" : `${sections.join("\n\n")}\n`;
}

/** Returns the text below a version heading, or an empty string if there is none. */
export function sectionOf(changelog: string, version: string): string {
  const [, after = ""] = `\n${changelog}`.split(`\n## ${version}\n`);
  return (after.split(/^## /m)[0] ?? "").trim();
}
