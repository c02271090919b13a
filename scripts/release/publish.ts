// Publishes every package whose version the registry does not have yet, each after those that it needs.
// Refuses when the review calls for more than the version announces. Publishing again is harmless: what is
// there is left alone. Takes --registry <url> (default: npm's own) and --without-provenance, for a rehearsal:
// only a run on a supported CI can prove where a package was built.
// Needs a build, and the right to publish: trusted publishing in CI, npm login elsewhere.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { runTool } from "@vpcep/run-tool";
import { packPackages } from "./pack-packages.js";
import { refuseSmallAnnouncement } from "./refuse-small-announcement.js";
import { reviewSinceRelease } from "./review-since-release.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const tarballs = await mkdtemp(join(tmpdir(), "publish-"));

/** @throws Error when the registry gives neither a version nor a clear no. */
async function isPublished(spec: string, registry: readonly string[]): Promise<boolean> {
  const result = await runTool("npm", ["view", spec, "version", "--json", ...registry], tarballs);
  if (result.code === 0) return result.stdout.trim() !== "";
  if (`${result.stdout}${result.stderr}`.includes("E404")) return false;
  throw new Error(`The registry did not say whether ${spec} is there:\n${result.stderr}`);
}

try {
  const { values } = parseArgs({
    options: { registry: { type: "string" }, "without-provenance": { type: "boolean" } },
  });
  const registry = values.registry === undefined ? [] : [`--registry=${values.registry}`];
  const report = await reviewSinceRelease(root);
  if (report === undefined) console.log("No release tag yet: this is the first release.");
  else refuseSmallAnnouncement(report);

  for (const { name, version, tarball } of await packPackages(root, tarballs)) {
    if (await isPublished(`${name}@${version}`, registry)) {
      console.log(`${name}@${version} is there already`);
      continue;
    }
    const provenance = values["without-provenance"] === true ? ["--provenance=false"] : [];
    const result = await runTool("npm", ["publish", tarball, ...registry, ...provenance], tarballs);
    if (result.code !== 0)
      throw new Error(
        `${name}@${version} was not published:\n${result.stderr}\nMend the reason and run this again; what is published stays.`,
      );
    console.log(`${name}@${version} published`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(tarballs, { recursive: true, force: true });
}
