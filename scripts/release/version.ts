// npm run release:version: applies the pending changesets but doesn't commit the changes. Runs the review to check that
// the changesets declare a large enough release, adds the contract changes to the changelogs, and sets the version in
// the manifests, info.version, and the lock file. Requires a clean working tree, and undoes all changes if an error
// occurs.
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { runTool } from "@vpcep/run-tool";
import { contractNotes } from "./contract-notes.js";
import { refuseSmallAnnouncement } from "./refuse-small-announcement.js";
import { reviewSinceRelease } from "./review-since-release.js";
import { setVersion } from "./set-version.js";
import { publishedPackages } from "./workspace-packages.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** A temporary changeset with the review's wording, which `changeset version` applies and deletes. */
const notesFile = join(root, ".changeset/contract-changes.md");

async function run(command: string, ...args: string[]): Promise<string> {
  const result = await runTool(command, args, root);
  if (result.code !== 0)
    throw new Error(`${command} ${args.join(" ")} failed:\n${result.stdout}${result.stderr}`);
  return result.stdout;
}

async function version(): Promise<string> {
  const report = await reviewSinceRelease(root);
  if (report !== undefined) {
    refuseSmallAnnouncement(report);
    const notes = contractNotes(report);
    const { packages: level } = report;
    if (notes !== undefined && level !== "none")
      await writeFile(
        notesFile,
        `---\n"@vpcep/openapi": ${level}\n"@vpcep/types": ${level}\n---\n\n${notes}\n`,
      );
  }
  await run("changeset", "version");
  const [first] = await publishedPackages(root);
  if (first === undefined) throw new Error("The workspace has no public package.");
  await setVersion(root, first.manifest.version);
  return first.manifest.version;
}

try {
  if ((await run("git", "status", "--porcelain")).trim() !== "")
    throw new Error("The working tree has changes. Commit or stash them first.");
  const before = await readFile(join(root, "openapi/package.json"), "utf8");
  try {
    const next = await version();
    if (before === (await readFile(join(root, "openapi/package.json"), "utf8")))
      throw new Error("There are no pending changesets. Add one with npx changeset.");
    console.log(`Set version ${next}. Review the changelogs, then commit.`);
  } catch (error) {
    await run("git", "restore", "--worktree", ".");
    await run("git", "clean", "-fdq", "--", ".changeset", "openapi", "packages");
    throw error;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
