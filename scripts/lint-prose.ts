// npm run lint:prose: checks Markdown files and contract descriptions for discouraged terms. prose/terms.json lists
// the terms and their replacements. prose/allowed.json sets the maximum number of findings per file.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { runTool } from "@vpcep/run-tool";

import { findInMarkdown, findInYaml, type ProseFinding, type Term } from "./prose/find-terms.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "scripts/prose");

const readJson = async <Content>(file: string): Promise<Content> =>
  JSON.parse(await readFile(join(folder, file), "utf8")) as Content;

/** Returns the files to check, excluding generated files. */
async function textFiles(): Promise<string[]> {
  const patterns = ["*.md", "openapi/**/*.yaml", ":!:docs/review-policy.md", ":!:bench/RESULTS.md"];
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...patterns];
  const { stdout } = await runTool("git", args, root);
  return [...new Set(stdout.split("\0").filter((file) => file !== ""))].sort();
}

const terms = await readJson<Term[]>("terms.json");
const allowed = await readJson<Record<string, number>>("allowed.json");
const complaints: string[] = [];
let files = 0;

for (const file of await textFiles()) {
  const text = await readFile(join(root, file), "utf8").catch(() => undefined);
  // The file was deleted from the working tree, but Git still lists it.
  if (text === undefined) continue;
  files += 1;
  const found: ProseFinding[] = await (file.endsWith(".md") ? findInMarkdown : findInYaml)(
    text,
    terms,
  );
  const limit = allowed[file] ?? 0;
  if (found.length > limit)
    for (const { line, found: words, use } of found)
      complaints.push(`${file}:${line}  "${words}"\n  Remedy: write "${use}".`);
}

for (const complaint of complaints) console.error(`${complaint}\n`);
console.log(
  `${files} files, ${complaints.length} ${complaints.length === 1 ? "finding" : "findings"}`,
);
process.exitCode = complaints.length === 0 ? 0 : 1;
