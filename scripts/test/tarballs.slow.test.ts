import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { filterProblems } from "@arethetypeswrong/core/problems";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { publint } from "publint";

import { packPackages, type PackedPackage } from "../release/pack-packages.js";
import { unpack } from "./unpack.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const names = ["@vpcep/openapi", "@vpcep/types", "@vpcep/client", "@vpcep/mock"];
const folders: Record<string, string> = {
  "@vpcep/openapi": "openapi",
  "@vpcep/types": "packages/types",
  "@vpcep/client": "packages/client",
  "@vpcep/mock": "packages/mock",
};
/** What every package shows beside `dist`; npm adds these on its own. */
const front = ["LICENSE", "README.md", "package.json"];

let work: string;
let packed: PackedPackage[];

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "tarballs-"));
  packed = await packPackages(root, work);
  await unpack(packed, work);
});
afterAll(() => rm(work, { recursive: true, force: true }));

const named = (name: string): PackedPackage => {
  const one = packed.find((candidate) => candidate.name === name);
  if (one === undefined) throw new Error(`${name} was not packed.`);
  return one;
};
const readManifest = async (name: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(work, "node_modules", name, "package.json"), "utf8")) as Record<
    string,
    unknown
  >;

test("the published packages are these four, each after what it needs, at one version", () => {
  expect(packed.map(({ name }) => name).sort()).toEqual([...names].sort());
  const place = (name: string): number => packed.findIndex((one) => one.name === name);
  expect(place("@vpcep/types")).toBeLessThan(place("@vpcep/client"));
  expect(place("@vpcep/openapi")).toBeLessThan(place("@vpcep/mock"));
  expect(new Set(packed.map(({ version }) => version)).size).toBe(1);
});

test("the contract's tarball holds the bundle and the schemas", async () => {
  const schemas = await readdir(join(root, "openapi/components/schemas"));
  expect(named("@vpcep/openapi").files).toEqual(
    [
      ...front,
      "dist/openapi.json",
      "dist/openapi.yaml",
      ...schemas.map((file) => `dist/schemas/${basename(file, ".yaml")}.json`),
    ].sort(),
  );
});

test.each(["@vpcep/types", "@vpcep/client", "@vpcep/mock"])(
  "%s holds one module and its types for each source file, and nothing else",
  async (name) => {
    const sources = await readdir(join(root, folders[name] ?? "", "src"), {
      recursive: true,
      withFileTypes: true,
    });
    const modules = sources
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => file.slice(join(root, folders[name] ?? "", "src/").length, -".ts".length));
    expect(named(name).files).toEqual(
      [
        ...front,
        ...modules.flatMap((module) => [`dist/${module}.js`, `dist/${module}.d.ts`]),
      ].sort(),
    );
  },
);

describe.each(names)("%s", (name) => {
  test("says what it is, where it comes from and what it runs on", async () => {
    expect(await readManifest(name)).toMatchObject({
      license: "Apache-2.0",
      type: "module",
      sideEffects: false,
      engines: { node: ">=20.19" },
      publishConfig: { access: "public", provenance: true },
      repository: {
        type: "git",
        url: "git+https://github.com/vpcep/vpcep-contract.git",
        directory: folders[name],
      },
    });
  });

  test("carries the licence of the repository", async () => {
    const own = await readFile(join(work, "node_modules", name, "LICENSE"), "utf8");
    expect(own).toBe(await readFile(join(root, "LICENSE"), "utf8"));
  });

  test("gives publint nothing to say", async () => {
    const { messages } = await publint({
      pkgDir: join(work, "node_modules", name),
      pack: false,
      strict: true,
    });
    expect(messages).toEqual([]);
  });

  test("has the right types for every resolution of an ES module package", async () => {
    const tarball = await readFile(named(name).tarball);
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)));
    if (name === "@vpcep/openapi") {
      // Data, no code: there are no types to be wrong.
      expect(result.types).toBe(false);
      return;
    }
    if (result.types === false) throw new Error("No types were found.");
    const findings = Object.keys(result.entrypoints).flatMap((entrypoint) =>
      (["node16-esm", "bundler"] as const).flatMap((resolutionKind) =>
        filterProblems(result, { entrypoint, resolutionKind }),
      ),
    );
    expect(Object.keys(result.entrypoints)).toContain(".");
    expect(findings).toEqual([]);
  });
});

test("no third-party code comes along, except openapi-fetch in the client, at one exact version", async () => {
  expect((await readManifest("@vpcep/openapi"))["dependencies"]).toBeUndefined();
  expect((await readManifest("@vpcep/types"))["dependencies"]).toBeUndefined();
  expect((await readManifest("@vpcep/client"))["dependencies"]).toEqual({
    "@vpcep/types": expect.stringMatching(/^\^\d+\.\d+\.\d+$/),
    "openapi-fetch": "0.17.0",
  });
});
