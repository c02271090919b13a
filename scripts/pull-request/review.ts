// Reviews the contract of a pull request that was fetched but not checked out:
//   tsx scripts/pull-request/review.ts --base <ref> --head <ref> --output <folder>
// Runs in a clean, installed checkout of the base branch and replaces the contract data in it by that of the head, so
// that judge, rules, and generators are those of the base branch. Writes comment.md, report.txt, report.json and
// report.html, also when something could not be judged. Ends with the exit code of the review: 0, 1, or 2.
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { runTool } from "@vpcep/run-tool";

import { placeContractData, readContractData, RefusedPullRequest } from "./contract-data.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const { values } = parseArgs({
  options: { base: { type: "string" }, head: { type: "string" }, output: { type: "string" } },
});
const { base, head, output } = values;
if (base === undefined || head === undefined || output === undefined)
  throw new Error("Name --base <ref>, --head <ref>, and --output <folder>.");
const folder = resolve(root, output);

async function git(...args: string[]): Promise<string> {
  const result = await runTool("git", args, root);
  if (result.code !== 0) throw new Error(`git ${args.join(" ")} failed:\n${result.stderr}`);
  return result.stdout.trim();
}

async function run(from: string, to: string): Promise<number> {
  if ((await git("status", "--porcelain", "--untracked-files=no")) !== "")
    throw new Error(
      "The working tree has changes, and this command overwrites the contract in it.",
    );
  const mergeBase = await git("merge-base", from, to);
  await placeContractData(root, await readContractData(root, to));
  const result = await runTool(
    "tsx",
    ["packages/review/src/cli.ts", "--base", mergeBase, "--annotations", "--out", folder],
    root,
  );
  process.stdout.write(result.stdout);
  // The review writes the comment whatever it finds; without one it did not run.
  if (!existsSync(join(folder, "comment.md"))) throw new RefusedPullRequest(result.stderr.trim());
  return result.code;
}

/** What the pull request shows instead of a verdict. The text may hold anything that the pull request wrote. */
function refusal(message: string): string {
  const longest = Math.max(3, ...[...message.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `<!-- contract review -->\n\n### The contract could not be reviewed\n\n${fence}text\n${message.slice(0, 50_000)}\n${fence}\n`;
}

await mkdir(folder, { recursive: true });
process.exitCode = await run(base, head).catch(async (error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  console.error(message);
  await writeFile(join(folder, "comment.md"), refusal(message));
  return 2;
});
