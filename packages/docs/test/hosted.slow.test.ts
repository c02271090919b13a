import { execFile } from "node:child_process";
import { access, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";

import { buildHostedSite, type BuiltVersion } from "../src/build-hosted-site.js";
import { newestFirst, releasedVersions } from "../src/released-versions.js";
import { filesOf, serveSite, type SiteServer } from "../src/serve-site.js";
import { launch, open } from "./browser.js";

const run = promisify(execFile);
const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

let folder: string;
let repository: string;
let built: BuiltVersion[];
let browser: Browser;
let site: SiteServer;

const git = (...args: string[]) =>
  run("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], { cwd: repository });

/** Sets the version of the contract and commits it. */
async function release(version: string, ...tags: string[]): Promise<void> {
  const file = join(repository, "openapi/openapi.yaml");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(/^( {2}version: ).*$/m, `$1${version}`));
  await git("add", "-A");
  await git("commit", "--quiet", "--message", version);
  for (const tag of tags) await git("tag", tag);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hosted-"));
  repository = join(folder, "repository");
  await cp(join(root, "openapi"), join(repository, "openapi"), {
    recursive: true,
    filter: (source) => !/\/(dist|node_modules|\.\w+)$/.test(source),
  });
  await git("init", "--quiet");
  await release("1.0.0", "v1.0.0", "v1.0.0-rc.1", "video");
  await release("1.1.0", "v1.1.0");
  const out = join(folder, "site");
  built = await buildHostedSite({ repository, out });
  [browser, site] = await Promise.all([launch(), serveSite({ find: filesOf(out) })]);
}, 180_000);

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
  await rm(folder, { recursive: true });
});

test("releases are tags of three numbers, the newest first", async () => {
  expect(await releasedVersions(repository)).toEqual(["1.1.0", "1.0.0"]);
  expect(["1.9.0", "1.10.0", "2.0.0"].sort(newestFirst)).toEqual(["2.0.0", "1.10.0", "1.9.0"]);
});

test("the newest is at the root, every release at its own address", async () => {
  expect(built).toEqual([
    { version: "1.1.0", href: "./" },
    { version: "1.0.0", href: "v1.0.0/" },
  ]);
  for (const file of ["index.html", "v1.0.0/index.html", "v1.1.0/openapi.yaml"])
    await expect(access(join(folder, "site", file))).resolves.toBeUndefined();
});

test("an old version says so and leads to the newest", async () => {
  const { page, strangers, errors } = await open(browser, `${site.url}v1.0.0/`);
  const notice = page.getByRole("note");
  expect(await notice.innerText()).toBe("You are reading version 1.0.0. The newest is 1.1.0.");
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("1.0.0");
  await notice.getByRole("link").click();
  expect(page.url()).toBe(site.url);
  expect(await page.getByRole("note").count()).toBe(0);
  expect({ strangers, errors }).toEqual({ strangers: [], errors: [] });
  await page.context().close();
});

test("the switcher leads from one version to the other, without script too", async () => {
  const { page } = await open(browser, site.url, { javaScriptEnabled: false });
  await page.locator("details.version summary").click();
  await page.locator("details.version").getByRole("link", { name: "1.0.0" }).click();
  expect(page.url()).toBe(`${site.url}v1.0.0/`);
  await page.context().close();
});

test("a tag without a contract is named", async () => {
  await git("rm", "-r", "--quiet", "openapi/components");
  await git("commit", "--quiet", "--message", "broken");
  await git("tag", "v1.2.0");
  await git("checkout", "--quiet", "v1.1.0");
  await expect(buildHostedSite({ repository, out: join(folder, "broken") })).rejects.toThrow(
    "The contract of the tag v1.2.0 cannot be shown",
  );
});
