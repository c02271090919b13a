// Builds the site with all versions: the working tree at the root, and each release in its own folder.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";

import { bundle, createConfig, getLineColLocation } from "@redocly/openapi-core";
import type { JsonObject } from "@vpcep/contract-reader";

import { buildSite, writeHostFiles } from "./site.js";
import { infoOf } from "./text.js";

const run = promisify(execFile);

/** The tag for a release (`v1.2.3`) or a release candidate (`v1.2.3-rc.1`). */
const releaseTag = /^v(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/;

/** Returns the versions that have a release tag in the repository, newest first. */
export async function releasedVersions(repository: string): Promise<string[]> {
  const { stdout } = await run("git", ["tag", "--list", "v*"], { cwd: repository });
  return stdout
    .split("\n")
    .flatMap((tag) => releaseTag.exec(tag)?.[1] ?? [])
    .sort(newestFirst);
}

/** Compares semantic versions. A release is newer than its release candidates. */
export function newestFirst(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => {
    const [numbers = "", ...candidate] = version.split("-");
    return { numbers: numbers.split(".").map(Number), candidate: candidate.join("-") };
  });
  for (let index = 0; index < 3; index++) {
    const difference = (b?.numbers[index] ?? 0) - (a?.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a?.candidate === b?.candidate) return 0;
  if (a?.candidate === "") return -1;
  if (b?.candidate === "") return 1;
  return (b?.candidate ?? "").localeCompare(a?.candidate ?? "", "en", { numeric: true });
}

/**
 * Bundles the `openapi.yaml` file in a folder.
 *
 * @throws Error if the contract is invalid. The error message contains the first problem, with its file and line
 * number.
 */
export async function bundleContract(contractFolder: string): Promise<JsonObject> {
  const ref = join(contractFolder, "openapi.yaml");
  const { bundle: result, problems } = await bundle({ ref, config: await createConfig({}) });
  const worst = problems.find(({ severity }) => severity === "error");
  if (worst !== undefined) {
    const [at] = worst.location.map((location) => getLineColLocation(location));
    const place =
      at === undefined
        ? "openapi.yaml"
        : `${relative(contractFolder, at.source.absoluteRef)}:${at.start.line}`;
    throw new Error(`${place}: ${worst.message}`);
  }
  return result.parsed as JsonObject;
}

export interface BuiltVersion {
  version: string;
  /** URL relative to the site root. */
  href: string;
}

export interface HostedInput {
  repository: string;
  out: string;
  /** Site URL, with a trailing slash. Empty if unknown. */
  url?: string;
}

/**
 * Writes the site with all versions: the working tree of `repository` at the root, and each release at `v<version>/`.
 * The current code renders each release with the contract from that release's tag.
 *
 * @throws Error if the build fails for a tagged contract. The error message contains the tag name.
 */
export async function buildHostedSite({
  repository,
  out,
  url = "",
}: HostedInput): Promise<BuiltVersion[]> {
  const contractFolder = join(repository, "openapi");
  const contract = await bundleContract(contractFolder);
  const current = infoOf(contract, "version");
  const released = await releasedVersions(repository);
  const all = [...new Set([current, ...released])].sort(newestFirst);
  const newest = all.find((version) => !version.includes("-")) ?? current;
  const hrefOf = (version: string): string => (version === current ? "./" : `v${version}/`);
  const listFrom = (up: string) =>
    all.map((version) => ({
      version,
      href: up + (up === "" ? hrefOf(version) : hrefOf(version).replace("./", "")),
    }));
  const noticeOn = (version: string, up: string) =>
    newestFirst(newest, version) < 0
      ? {
          newest: {
            version: newest,
            href: listFrom(up).find((entry) => entry.version === newest)?.href ?? up,
          },
        }
      : {};

  await buildSite({
    contractFolder,
    contract,
    out,
    url,
    versions: listFrom(""),
    ...noticeOn(current, ""),
  });
  for (const version of released) {
    const folder = await mkdtemp(join(tmpdir(), "vpcep-release-"));
    try {
      await extract(repository, `v${version}`, folder);
      await buildSite({
        contractFolder: join(folder, "openapi"),
        contract: await bundleContract(join(folder, "openapi")),
        out: join(out, `v${version}`),
        url: url === "" ? "" : `${url}v${version}/`,
        versions: listFrom("../"),
        ...noticeOn(version, "../"),
      });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`The contract in tag v${version} can't be built: ${reason}`, { cause });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const folders = ["", ...released.map((version) => `v${version}/`)];
  await writeHostFiles(out, url, folders, await pagesIn(out));
  return all.map((version) => ({ version, href: hrefOf(version) }));
}

/** Returns the pages for the sitemap. The sitemap contains only the pages at the site root. */
const pagesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith(".html") && name !== "404.html").sort();

/** Extracts the `openapi/` folder from a tag. */
async function extract(repository: string, tag: string, folder: string): Promise<void> {
  const archive = join(folder, "release.tar");
  await run("git", ["archive", "--output", archive, tag, "openapi"], { cwd: repository });
  await run("tar", ["-xf", archive, "-C", folder]);
}
