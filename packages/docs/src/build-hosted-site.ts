import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { buildSite } from "./build-site.js";
import { bundleContract } from "./bundle-contract.js";
import { isObject, type JsonObject, textOf } from "./json.js";
import { newestFirst, releasedVersions } from "./released-versions.js";

const run = promisify(execFile);

export interface BuiltVersion {
  version: string;
  /** Where its page is, seen from the root of the site. */
  href: string;
}

/**
 * Writes the site with all versions: the working tree of `repository` at the root, every release at
 * `v<version>/`.
 *
 * @throws Error that names the tag whose contract cannot be built.
 */
export async function buildHostedSite(input: {
  repository: string;
  out: string;
}): Promise<BuiltVersion[]> {
  const here = await bundleContract(join(input.repository, "openapi"));
  const current = versionOf(here);
  const released = await releasedVersions(input.repository);
  const all = [...new Set([current, ...released])].sort(newestFirst);
  const [newest = current] = all;
  const hrefOf = (version: string): string => (version === current ? "./" : `v${version}/`);
  const listFrom = (up: string) =>
    all.map((version) => ({ version, href: `${up}${hrefOf(version)}` }));

  await buildSite({
    contractFolder: join(input.repository, "openapi"),
    contract: here,
    out: input.out,
    versions: listFrom(""),
    ...(current === newest ? {} : { newest: { version: newest, href: hrefOf(newest) } }),
  });
  for (const version of released) {
    const folder = await mkdtemp(join(tmpdir(), "vpcep-release-"));
    try {
      await extract(input.repository, `v${version}`, folder);
      const contractFolder = join(folder, "openapi");
      await buildSite({
        contractFolder,
        contract: await bundleContract(contractFolder),
        out: join(input.out, `v${version}`),
        versions: listFrom("../"),
        ...(version === newest
          ? {}
          : { newest: { version: newest, href: `../${hrefOf(newest)}` } }),
      });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`The contract of the tag v${version} cannot be shown: ${reason}`, { cause });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return all.map((version) => ({ version, href: hrefOf(version) }));
}

const versionOf = (contract: JsonObject): string =>
  textOf(isObject(contract["info"]) ? contract["info"]["version"] : "");

/** The folder `openapi/` as it was at a tag. */
async function extract(repository: string, tag: string, folder: string): Promise<void> {
  const archive = join(folder, "release.tar");
  await run("git", ["archive", "--output", archive, tag, "openapi"], { cwd: repository });
  await mkdir(folder, { recursive: true });
  await run("tar", ["-xf", archive, "-C", folder]);
}
