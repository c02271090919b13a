// Rehearses releases against a real registry on loopback. Publishes the packages, installs them by name in an empty
// folder, and uses them as the README describes. Finally, publishes a minor release and a major release.
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import ts from "typescript";

import { toolScript, type ToolResult } from "@vpcep/run-tool";

import { cloneWorkspace } from "../../scripts/test/clone-workspace.js";
import { readCodeBlocks } from "../../scripts/test/read-code-blocks.js";
import { runInBrowser } from "../run-in-browser.js";
import { runInClone } from "../../scripts/test/run-in-clone.js";
import { startProcess, type RunningProcess } from "../start-process.js";
import { startRegistry, type Registry } from "./start-registry.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const names = ["@vpcep/openapi", "@vpcep/types", "@vpcep/client", "@vpcep/mock"] as const;

/** The README's first example and its output. */
const blocks = readCodeBlocks(await readFile(join(root, "README.md"), "utf8"));
const at = blocks.findIndex(({ language }) => language === "ts");
const example = blocks[at]?.text ?? "";
const printed = blocks[at + 1]?.text.trim();

const author = {
  GIT_AUTHOR_NAME: "Rehearsal",
  GIT_AUTHOR_EMAIL: "rehearsal@example.com",
  GIT_COMMITTER_NAME: "Rehearsal",
  GIT_COMMITTER_EMAIL: "rehearsal@example.com",
};

let work: string;
let repository: string;
let user: string;
let registry: Registry;
let mock: RunningProcess | undefined;
let mockUrl: string;
let version: readonly [number, number, number];

/** Runs a program in the repository clone and expects it to succeed. */
async function inRepository(...command: [string, ...string[]]): Promise<string> {
  return succeed(await runInClone(repository, command, { ...registry.environment, ...author }));
}
/** Runs a program in the user's folder and expects it to succeed. */
async function asUser(...command: [string, ...string[]]): Promise<string> {
  return succeed(await runInClone(user, command, registry.environment));
}
function succeed({ code, stdout, stderr }: ToolResult): string {
  expect(`exit code ${code}${code === 0 ? "" : `\n${stdout}\n${stderr}`}`).toBe("exit code 0");
  return stdout;
}
/** Publishes the most recently packed tarballs. */
async function publishAgain(): Promise<string> {
  return inRepository(
    ...(["node", "scripts/release/publish.mjs", "--registry", registry.url] as const),
    "--without-provenance",
  );
}
async function publish(tag: string): Promise<string> {
  await inRepository("tsx", "scripts/release/pack.ts");
  const output = await publishAgain();
  await inRepository("git", "tag", tag);
  return output;
}
async function commit(message: string): Promise<void> {
  await inRepository("git", "add", "--all");
  await inRepository("git", "commit", "--quiet", "--allow-empty", "--message", message);
}
async function installedVersion(name: string): Promise<string> {
  const file = join(user, "node_modules", name, "package.json");
  return (JSON.parse(await readFile(file, "utf8")) as { version: string }).version;
}
/** Returns the README's first example, with the mock's URL instead of the region and with the given token. */
const exampleFor = (url: string, token: string): string =>
  example
    .replace('region: "eu-de"', `baseUrl: ${JSON.stringify(url)}`)
    .replace('process.env["VPCEP_TOKEN"] ?? ""', JSON.stringify(token));

beforeAll(async () => {
  work = await realpath(await mkdtemp(join(tmpdir(), "rehearsal-")));
  repository = join(work, "repository");
  user = join(work, "user");
  await mkdir(user);
  registry = await startRegistry(root, join(work, "registry"));
  await cloneWorkspace(root, repository);
  // The release starts from the current files, without pending changesets or Git history.
  for (const file of await readdir(join(repository, ".changeset")))
    if (file.endsWith(".md") && file !== "README.md")
      await rm(join(repository, ".changeset", file));
  const tags = (await inRepository("git", "tag")).split("\n").filter((tag) => tag !== "");
  if (tags.length > 0) await inRepository("git", "tag", "--delete", ...tags);
  await commit("What is here");
  for (const folder of ["openapi", "packages/types", "packages/client", "packages/mock"])
    await cp(join(root, folder, "dist"), join(repository, folder, "dist"), { recursive: true });
  const manifest = JSON.parse(await readFile(join(repository, "openapi/package.json"), "utf8")) as {
    version: string;
  };
  const [major = 0, minor = 0, patch = 0] = manifest.version.split(".").map(Number);
  version = [major, minor, patch];
}, 120_000);

afterAll(async () => {
  await mock?.stop();
  await registry.stop();
  await rm(work, { recursive: true, force: true });
}, 30_000);

test("all packages are published, and publishing again changes nothing", async () => {
  const now = version.join(".");
  const first = await publish(`v${now}`);
  for (const name of names) expect(first).toContain(`${name}@${now} published`);
  const again = await publishAgain();
  for (const name of names) expect(again).toContain(`${name}@${now} is published already`);
}, 180_000);

test("the packages can be installed by name, and the mock's command-line program starts", async () => {
  await writeFile(join(user, "package.json"), '{ "private": true, "type": "module" }\n');
  await asUser("npm", "install", "--ignore-scripts", ...names);
  for (const name of names) expect(await installedVersion(name)).toBe(version.join("."));
  const command = join(user, "node_modules/@vpcep/mock/dist/cli.js");
  mock = await startProcess([command, "--port", "0", "--any-token", "--quiet"], {}, (output) =>
    /http:\/\/127\.0\.0\.1:\d+/.test(output),
  );
  mockUrl = /http:\/\/127\.0\.0\.1:\d+/.exec(mock.output())?.[0] ?? "";
  expect(mockUrl).not.toBe("");
}, 180_000);

test("the README's first example runs as an ES module and as CommonJS", async () => {
  const code = ts.transpile(exampleFor(mockUrl, "t"), {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2022,
  });
  await writeFile(join(user, "example.mjs"), code);
  expect((await asUser(process.execPath, "example.mjs")).trim()).toBe(printed);
  const common = code.replace(
    /import (\{.*?\}) from ("@vpcep\/client");/,
    "const $1 = require($2);",
  );
  expect(common).toContain('require("@vpcep/client")');
  await writeFile(join(user, "example.cjs"), `(async () => {\n${common}\n})();\n`);
  expect((await asUser(process.execPath, "example.cjs")).trim()).toBe(printed);
  const contract = 'console.log(require("@vpcep/openapi").openapi)';
  expect((await asUser(process.execPath, "--eval", contract)).trim()).toMatch(/^3\.1\.\d+$/);
});

test("the README's first example type-checks", async () => {
  await writeFile(join(user, "example.ts"), exampleFor(mockUrl, "t"));
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022"];
  await asUser(
    process.execPath,
    toolScript("tsc") ?? "",
    ...flags,
    "--lib",
    "es2023,dom",
    "example.ts",
  );
}, 60_000);

test("the example runs in a browser when bundled with esbuild or Vite", async () => {
  const page = `${exampleFor(mockUrl, "t").replaceAll("console.log(", "say(")}
function say(line: string): void { document.body.append(line, "\\n"); }
document.title = "done";
`;
  await writeFile(join(user, "browser.ts"), page);
  await asUser(
    join(root, "node_modules/.bin/esbuild"),
    ...["browser.ts", "--bundle", "--format=esm", "--platform=browser"],
    "--outfile=esbuild/page.js",
  );
  const config = `export default { logLevel: "error", build: { outDir: "vite", minify: true,
    lib: { entry: "browser.ts", formats: ["es"], fileName: () => "page.js" } } };`;
  await writeFile(join(user, "vite.config.mjs"), config);
  await asUser(process.execPath, join(root, "rehearsal/node_modules/vite/bin/vite.js"), "build");
  for (const bundler of ["esbuild", "vite"]) {
    const script = await readFile(join(user, bundler, "page.js"), "utf8");
    expect([bundler, await runInBrowser(script)]).toEqual([bundler, printed]);
  }
}, 120_000);

test("npm update installs a minor release with its changelog", async () => {
  const [major, minor] = version;
  const schema = join(repository, "openapi/components/schemas/PortMapping.yaml");
  const text = await readFile(schema, "utf8");
  const property =
    "  weight:\n    type: integer\n    format: int32\n    minimum: 0\n    maximum: 9\n";
  const words =
    "    description: Share of the traffic. Absent when it was not set.\n    examples:\n      - 1\n";
  await writeFile(schema, `${text.trimEnd()}\n${property}${words}`);
  await inRepository("tsx", "scripts/generate.ts");
  await announce("minor");
  await inRepository("tsx", "scripts/release/version.ts");
  const next = `${major}.${minor + 1}.0`;
  expect(await readFile(join(repository, "openapi/openapi.yaml"), "utf8")).toContain(
    `\n  version: ${next}\n`,
  );
  const changelog = await readFile(join(repository, "openapi/CHANGELOG.md"), "utf8");
  expect(changelog).toContain(`## ${next}`);
  expect(changelog).toMatch(/\*\*New:\*\*.*weight/);
  await inRepository("npm", "ls", "--package-lock-only", "--workspaces", "--depth=0");
  await release(next);

  await asUser("npm", "update", "--ignore-scripts");
  for (const name of names) expect([name, await installedVersion(name)]).toEqual([name, next]);
}, 240_000);

test("a breaking change that is declared as minor is rejected, and the working tree stays clean", async () => {
  await inRepository("git", "checkout", `v${version.join(".")}`, "--", "openapi/components");
  await inRepository("tsx", "scripts/generate.ts");
  await announce("minor");
  const refused = await runInClone(repository, ["tsx", "scripts/release/version.ts"], author);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(
    /^Refused: changesets declare a minor release, but the contract has breaking changes/,
  );
  expect(refused.stderr).toContain("weight");
  expect(await inRepository("git", "status", "--porcelain")).toBe("");
}, 120_000);

test("npm update doesn't install a major release", async () => {
  const [major, minor] = version;
  await announce("major");
  await inRepository("tsx", "scripts/release/version.ts");
  await release(`${major + 1}.0.0`);
  expect(await readFile(join(repository, "packages/client/package.json"), "utf8")).toContain(
    `"@vpcep/types": "^${major + 1}.0.0"`,
  );

  await asUser("npm", "update", "--ignore-scripts");
  for (const name of names)
    expect([name, await installedVersion(name)]).toEqual([name, `${major}.${minor + 1}.0`]);
  await asUser("npm", "install", "--ignore-scripts", ...names.map((name) => `${name}@latest`));
  for (const name of names)
    expect([name, await installedVersion(name)]).toEqual([name, `${major + 1}.0.0`]);
}, 240_000);

/** Writes a changeset and commits all changes. */
async function announce(size: "minor" | "major"): Promise<void> {
  const text = `---\n"@vpcep/client": ${size}\n---\n\nRehearsed.\n`;
  await writeFile(join(repository, ".changeset/rehearsed.md"), text);
  await commit(`Announce a ${size} release`);
}

/** Builds, commits, and publishes the current version. */
async function release(next: string): Promise<void> {
  await inRepository(
    ...(["turbo", "run", "build", "--filter=@vpcep/client", "--filter=@vpcep/mock"] as const),
    "--output-logs=errors-only",
  );
  await commit(`Release ${next}`);
  const output = await publish(`v${next}`);
  for (const name of names) expect(output).toContain(`${name}@${next} published`);
}
