import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { packPackages } from "../../scripts/release/pack-packages.js";
import { cloneWorkspace } from "../../scripts/test/clone-workspace.js";
import { runInClone } from "../../scripts/test/run-in-clone.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
let work: string;

beforeAll(async () => {
  work = await realpath(await mkdtemp(join(tmpdir(), "reproducible-")));
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** Builds and packs the packages in a clean clone and returns each tarball's digest. */
async function digests(folder: string, environment: NodeJS.ProcessEnv) {
  const clone = join(work, folder);
  await mkdir(clone, { recursive: true });
  await cloneWorkspace(root, clone);
  const build = await runInClone(
    clone,
    [
      "turbo",
      "run",
      "build",
      "--filter=@vpcep/client",
      "--filter=@vpcep/mock",
      "--cache=local:,remote:",
    ],
    environment,
  );
  expect(build).toMatchObject({ code: 0 });
  const packed = await packPackages(clone, join(work, `${folder}-tarballs`));
  const entries = packed.map(async ({ tarball }) => [
    basename(tarball),
    createHash("sha256")
      .update(await readFile(tarball))
      .digest("hex"),
  ]);
  return Object.fromEntries(await Promise.all(entries)) as Record<string, string>;
}

test("two clones with different paths, times, time zones, and locales produce identical tarballs", async () => {
  const first = await digests("one", { TZ: "UTC", LANG: "C" });
  // The second build runs at a different time and in a different time zone.
  const second = await digests("another/folder/two", {
    TZ: "Pacific/Auckland",
    LANG: "de_DE.UTF-8",
  });
  expect(Object.keys(first)).toHaveLength(4);
  expect(second).toEqual(first);
}, 180_000);
