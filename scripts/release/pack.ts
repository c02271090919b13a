// npm run release:pack: creates the release files in .tmp/release but doesn't publish any packages. The release files
// include a tarball and a software bill of materials for each public package, the list of packages in publishing order,
// the contract as YAML and JSON, the changelog for this version, and checksums. Fails if the version increase is
// smaller than the review requires. Run npm run build first.
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { runTool } from "@vpcep/run-tool";

import { packPackages } from "./pack-packages.js";
import { refuseSmallAnnouncement } from "./refuse-small-announcement.js";
import { releaseNotes } from "./release-notes.js";
import { reviewSinceRelease } from "./review-since-release.js";
import { softwareBills } from "./software-bills.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const target = join(root, ".tmp/release");

try {
  await rm(target, { recursive: true, force: true });
  const report = await reviewSinceRelease(root);
  if (report === undefined) console.log("There is no release tag, so this is the first release.");
  else refuseSmallAnnouncement(report);
  await mkdir(target, { recursive: true });
  const packed = await packPackages(root, target);
  const list = packed.map(({ name, version, tarball }) => ({
    name,
    version,
    file: basename(tarball),
  }));
  await writeFile(join(target, "packages.json"), `${JSON.stringify(list, null, 2)}\n`);
  const commitTime = await runTool("git", ["log", "-1", "--format=%cI"], root);
  for (const [name, bill] of await softwareBills(root, commitTime.stdout.trim())) {
    const version = packed.find((one) => one.name === name)?.version ?? "";
    const file = `${name.slice(1).replace("/", "-")}-${version}.cdx.json`;
    await writeFile(join(target, file), `${JSON.stringify(bill, null, 2)}\n`);
  }
  await writeFile(join(target, "CHANGELOG.md"), await releaseNotes(root));
  for (const name of ["openapi.yaml", "openapi.json"])
    await copyFile(join(root, "openapi/dist", name), join(target, name));
  const sums = await Promise.all(
    (await readdir(target)).sort().map(async (name) => {
      const content = await readFile(join(target, name));
      return `${createHash("sha256").update(content).digest("hex")}  ${name}\n`;
    }),
  );
  await writeFile(join(target, "SHA256SUMS"), sums.join(""));
  console.log(`.tmp/release\n${sums.join("")}`);
} catch (error) {
  await rm(target, { recursive: true, force: true });
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
