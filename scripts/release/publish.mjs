// Publishes the tarballs created by `npm run release:pack`:
//   node scripts/release/publish.mjs <folder> [--digest <sha256>] [--registry <url>] [--without-provenance]
//
// This is a single file without dependencies because it runs in the job that can publish to npm. The script first
// verifies the checksums and, with --digest, the checksum file itself. Then the script publishes each package after its
// dependencies. You can run the script again, because it skips versions that are already published with identical
// contents. If a published version has different contents, the script doesn't publish any packages.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    digest: { type: "string" },
    registry: { type: "string" },
    "without-provenance": { type: "boolean" },
  },
});
const folder = resolve(positionals[0] ?? ".tmp/release");
const registry = values.registry === undefined ? [] : [`--registry=${values.registry}`];

/** @typedef {{ name: string, version: string, file: string }} PackedPackage */

const hash = (file, algorithm, encoding) =>
  createHash(algorithm)
    .update(readFileSync(join(folder, file)))
    .digest(encoding);

/** @throws Error if a file differs from the packed file or isn't in SHA256SUMS; the message contains the file name. */
function verifyChecksums() {
  if (values.digest !== undefined && hash("SHA256SUMS", "sha256", "hex") !== values.digest)
    throw new Error(
      `${folder}/SHA256SUMS differs from the file that the pack job created. Download the artifact again.`,
    );
  const lines = readFileSync(join(folder, "SHA256SUMS"), "utf8").trimEnd().split("\n");
  const listed = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  for (const [file, sum] of listed)
    if (hash(file, "sha256", "hex") !== sum)
      throw new Error(
        `${folder}/${file} has a wrong checksum, so it is not the file that was packed. Pack again.`,
      );
  const added = readdirSync(folder).filter((file) => file !== "SHA256SUMS" && !listed.has(file));
  if (added.length > 0)
    throw new Error(
      `${folder} has files that are not in SHA256SUMS: ${added.join(", ")}. Remove them.`,
    );
}

function npm(...args) {
  const result = spawnSync("npm", [...args, ...registry], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (result.error)
    throw new Error("npm could not be started. Check that it is installed and in PATH.", {
      cause: result.error,
    });
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}

/**
 * Checks whether this package is already published with identical contents.
 *
 * @param {PackedPackage} one
 * @throws Error if the published contents differ or the registry can't be queried.
 */
function isPublished({ name, version, file }) {
  const { code, stdout, stderr } = npm("view", `${name}@${version}`, "dist.integrity", "--json");
  if (code !== 0) {
    if (`${stdout}${stderr}`.includes("E404")) return false;
    throw new Error(
      `npm view ${name}@${version} failed. Check the registry and your network:\n${stderr}`,
    );
  }
  if (stdout.trim() === "") return false;
  if (JSON.parse(stdout) !== `sha512-${hash(file, "sha512", "base64")}`)
    throw new Error(
      `${name}@${version} in the registry differs from ${file}. A published version cannot be replaced, so set the next patch version.`,
    );
  return true;
}

try {
  verifyChecksums();
  /** @type {PackedPackage[]} */
  const packages = JSON.parse(readFileSync(join(folder, "packages.json"), "utf8"));
  // Checks all packages before publishing the first one, so that a conflict can't cause a partial release.
  const missing = packages.filter((one) => !isPublished(one));
  for (const one of packages)
    if (!missing.includes(one)) console.log(`${one.name}@${one.version} is published already`);
  const provenance = values["without-provenance"] ? ["--provenance=false"] : ["--provenance"];
  for (const { name, version, file } of missing) {
    const result = npm("publish", `./${file}`, "--access=public", ...provenance);
    if (result.code !== 0)
      throw new Error(
        `${name}@${version} was not published:\n${result.stderr}\nFix the cause and rerun the script, which skips published packages.`,
      );
    console.log(`${name}@${version} published`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
