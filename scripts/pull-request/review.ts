// Reviews the contract in a pull request that was fetched but not checked out:
//   tsx scripts/pull-request/review.ts --base <ref> --head <ref> --output <folder>
//
// Run the script in a clean checkout of the base branch, after `npm ci`. The script replaces only the contract data
// with the pull request's version, so that all code comes from the base branch. The output (comment.md, report.txt,
// report.json, and report.html) is written even if parts of the contract could not be compared. The script exits with
// the review's exit code: 0, 1, or 2.
import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { runTool } from "@vpcep/run-tool";

import { placeContractData, readContractData } from "./contract-data.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const { values } = parseArgs({
  options: { base: { type: "string" }, head: { type: "string" }, output: { type: "string" } },
});
const { base, head, output } = values;
if (base === undefined || head === undefined || output === undefined)
  throw new Error("The options --base <ref>, --head <ref>, and --output <folder> are required.");
const folder = resolve(root, output);

async function git(...args: string[]): Promise<string> {
  const result = await runTool("git", args, root);
  if (result.code !== 0) throw new Error(`git ${args.join(" ")} failed:\n${result.stderr}`);
  return result.stdout.trim();
}

async function run(from: string, to: string): Promise<number> {
  if ((await git("status", "--porcelain", "--untracked-files=no")) !== "")
    throw new Error(
      "The working tree has uncommitted changes, and this command would overwrite the contract. Commit or stash them first.",
    );
  const mergeBase = await git("merge-base", from, to);
  await placeContractData(root, await readContractData(root, to));
  const options = ["--base", mergeBase, "--annotations", "--out", folder];
  const result = await runTool("tsx", ["packages/review/src/cli.ts", ...options], root);
  process.stdout.write(result.stdout);
  process.stderr.write(result.stderr);
  const missing = await runTool("tsx", ["scripts/check.ts"], root);
  if (missing.code === 1)
    await appendFile(
      join(folder, "comment.md"),
      `\n#### \`npm run check\` findings\n\n${fenced(missing.stdout)}\n`,
    );
  return result.code;
}

/** Wraps untrusted text in a code block that the text cannot close. */
function fenced(text: string): string {
  const longest = Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text.trim().slice(0, 4_500)}\n${fence}`;
}

await mkdir(folder, { recursive: true });
process.exitCode = await run(base, head).catch(async (error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  console.error(message);
  const text = `<!-- contract review -->\n\n### The contract could not be reviewed\n\n${fenced(message)}\n`;
  await writeFile(join(folder, "comment.md"), text);
  return 2;
});
