// Tests a first release, a partial failure, and a rerun against a real registry on loopback.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";

import { startRegistry, type Registry } from "./start-registry.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const script = join(root, "scripts/release/publish.mjs");
const names = ["@vpcep/first", "@vpcep/second", "@vpcep/third"];

let work: string;
let registry: Registry;
let gate: Server;
let url: string;
/** The package that the registry rejects. */
let refused: string | undefined;
let version = 0;
let release: string;

/** Packs three small packages in the same way as `npm run release:pack`. */
async function pack(folder: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const list = [];
  for (const name of names) {
    const source = join(work, "source", name);
    await mkdir(source, { recursive: true });
    const manifest = { name, version: `${version}.0.0`, repository: "github:vpcep/rehearsal" };
    await writeFile(join(source, "package.json"), JSON.stringify(manifest));
    await writeFile(join(source, "index.js"), text);
    const { stdout } = await promisify(execFile)(
      "npm",
      ["pack", "--json", `--pack-destination=${folder}`],
      { cwd: source },
    );
    const [packed] = JSON.parse(stdout) as { filename: string }[];
    list.push({ name, version: `${version}.0.0`, file: packed?.filename ?? "" });
  }
  await writeFile(join(folder, "packages.json"), JSON.stringify(list));
  const sums = (await readdir(folder)).sort().map(async (file) => {
    const content = await readFile(join(folder, file));
    return `${createHash("sha256").update(content).digest("hex")}  ${file}\n`;
  });
  await writeFile(join(folder, "SHA256SUMS"), (await Promise.all(sums)).join(""));
}

async function publish(
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  return promisify(execFile)(
    process.execPath,
    [script, release, "--registry", url, "--without-provenance", ...args],
    {
      env: { ...process.env, ...registry.environment, NPM_CONFIG_USERCONFIG: join(work, "npmrc") },
    },
  ).then(
    (output) => ({ code: 0, ...output }),
    (error: unknown) => error as { code: number; stdout: string; stderr: string },
  );
}

const line = (name: string, said: string): string => `${name}@${version}.0.0 ${said}\n`;

beforeAll(async () => {
  work = await realpath(await mkdtemp(join(tmpdir(), "publish-")));
  registry = await startRegistry(root, join(work, "registry"));
  gate = createServer((incoming, outgoing) => {
    if (incoming.method === "PUT" && refused !== undefined) {
      if (decodeURIComponent(incoming.url ?? "").includes(refused)) {
        outgoing.writeHead(403).end('{"error":"not today"}');
        return;
      }
    }
    const { method, headers } = incoming;
    const forwarded = request(
      registry.url + (incoming.url ?? ""),
      { method, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => gate.listen(0, "127.0.0.1", resolve));
  const { port } = gate.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
  await writeFile(join(work, "npmrc"), `//127.0.0.1:${port}/:_authToken=rehearsal\n`);
}, 120_000);

afterAll(async () => {
  gate.closeAllConnections();
  gate.close();
  await registry.stop();
  await rm(work, { recursive: true, force: true });
});

beforeEach(async () => {
  refused = undefined;
  version += 1;
  release = join(work, `release-${version}`);
  await pack(release, "export {};\n");
}, 60_000);

test("the first run publishes the packages in order, and a second run changes nothing", async () => {
  const first = await publish();
  expect(first.stderr).toBe("");
  expect(first.stdout).toBe(names.map((name) => line(name, "published")).join(""));
  const second = await publish();
  expect(second.stdout).toBe(names.map((name) => line(name, "is published already")).join(""));
}, 60_000);

test("after a partial failure, the next run publishes the remaining packages", async () => {
  refused = "@vpcep/second";
  const failed = await publish();
  expect(failed.code).toBe(1);
  expect(failed.stdout).toBe(line("@vpcep/first", "published"));
  expect(failed.stderr).toMatch(/@vpcep\/second@\d+\.0\.0 was not published:[^]*Fix the cause/);
  refused = undefined;
  const repeated = await publish();
  expect(repeated.code).toBe(0);
  expect(repeated.stdout).toBe(
    line("@vpcep/first", "is published already") +
      line("@vpcep/second", "published") +
      line("@vpcep/third", "published"),
  );
}, 60_000);

test("the registry serves the same bytes as the tarball", async () => {
  await publish();
  const manifest = await fetch(`${registry.url}/@vpcep/third/${version}.0.0`);
  const { dist } = (await manifest.json()) as { dist: { tarball: string } };
  const held = Buffer.from(await (await fetch(dist.tarball)).arrayBuffer());
  const packed = await readFile(join(release, `vpcep-third-${version}.0.0.tgz`));
  expect(held.equals(packed)).toBe(true);
}, 60_000);

test("publishes nothing if the registry has different bytes for the same version", async () => {
  refused = "@vpcep/second";
  await publish();
  refused = undefined;
  await rm(release, { recursive: true });
  await pack(release, "export const changed = true;\n");
  const { code, stdout, stderr } = await publish();
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/@vpcep\/first@\d+\.0\.0 in the registry differs from vpcep-first-/);
}, 60_000);

test("rejects a changed file, an added file, and a wrong digest", async () => {
  const sums = await readFile(join(release, "SHA256SUMS"));
  const digest = createHash("sha256").update(sums).digest("hex");
  expect((await publish("--digest", "0".repeat(64))).stderr).toContain(
    "differs from the file that the pack job created",
  );
  await writeFile(join(release, "extra.tgz"), "");
  expect((await publish("--digest", digest)).stderr).toContain("not in SHA256SUMS: extra.tgz");
  await rm(join(release, "extra.tgz"));
  await writeFile(join(release, `vpcep-first-${version}.0.0.tgz`), "");
  expect((await publish("--digest", digest)).stderr).toContain("wrong checksum");
  expect((await fetch(`${registry.url}/@vpcep/first/${version}.0.0`)).status).toBe(404);
}, 60_000);
