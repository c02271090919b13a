import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { filterProblems } from "@arethetypeswrong/core/problems";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { publint } from "publint";

import { packPackages, type PackedPackage } from "../../scripts/release/pack-packages.js";
import { unpack } from "../unpack.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const names = ["@vpcep/openapi", "@vpcep/types", "@vpcep/client", "@vpcep/mock"];
const folders: Record<string, string> = {
  "@vpcep/openapi": "openapi",
  "@vpcep/types": "packages/types",
  "@vpcep/client": "packages/client",
  "@vpcep/mock": "packages/mock",
};
/** Files that npm adds to every package. */
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
  if (one === undefined) throw new Error(`There is no tarball for ${name}.`);
  return one;
};
const readManifest = async (name: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(work, "node_modules", name, "package.json"), "utf8")) as Record<
    string,
    unknown
  >;

type Resolution = "node10" | "node16-cjs" | "node16-esm" | "bundler";

/** The mock is an ES module, which CommonJS programs can load only with `import()`. */
const resolutionsOf = (name: string): readonly Resolution[] =>
  name === "@vpcep/mock"
    ? ["node16-esm", "bundler"]
    : ["node10", "node16-cjs", "node16-esm", "bundler"];

test("the four public packages share one version and are listed in dependency order", () => {
  expect(packed.map(({ name }) => name).sort()).toEqual([...names].sort());
  const place = (name: string): number => packed.findIndex((one) => one.name === name);
  expect(place("@vpcep/types")).toBeLessThan(place("@vpcep/client"));
  expect(place("@vpcep/types")).toBeLessThan(place("@vpcep/mock"));
  expect(new Set(packed.map(({ version }) => version)).size).toBe(1);
});

test("the contract's tarball contains the bundle, the schemas, and the interoperability table", async () => {
  const schemas = await readdir(join(root, "openapi/components/schemas"));
  expect(named("@vpcep/openapi").files).toEqual(
    [
      ...front,
      "INTEROPERABILITY.md",
      ...["openapi.json", "openapi.yaml", "openapi-3.0.json", "openapi-3.0.yaml"].map(
        (file) => `dist/${file}`,
      ),
      ...schemas.map((file) => `dist/schemas/${basename(file, ".yaml")}.json`),
    ].sort(),
  );
});

/** Finds files with the given extension in a tarball's `dist` folder, and returns their names without the extension. */
const modulesOf = (name: string, ending: ".js" | ".cjs" | ".d.ts" | ".d.cts"): string[] =>
  named(name)
    .files.filter((file) => file.startsWith("dist/") && file.endsWith(ending))
    .map((file) => file.slice("dist/".length, -ending.length));

test.each(["@vpcep/types", "@vpcep/client", "@vpcep/mock"])(
  "%s contains only modules and declarations that are built from a source file",
  async (name) => {
    const source = join(root, folders[name] ?? "", "src");
    const sources = await readdir(source, { recursive: true });
    // A chunk contains code shared by several entry points.
    const modules = [...modulesOf(name, ".js"), ...modulesOf(name, ".d.ts")]
      .filter((module) => !module.startsWith("chunk-"))
      .map((module) => module.replace(/^cjs\//, ""));
    expect(sources).toEqual(expect.arrayContaining(modules.map((module) => `${module}.ts`)));
    const others = named(name).files.filter(
      (file) => !/^dist\/.*(\.c?js|\.d\.c?ts)(\.map)?$/.test(file) && !file.startsWith("src/"),
    );
    // These manifests are for resolvers that ignore `exports`.
    const subpaths = name === "@vpcep/client" ? ["aksk", "validate"] : [];
    const manifests = subpaths.map((subpath) => `${subpath}/package.json`);
    const edition = name === "@vpcep/mock" ? ["dist/cjs/package.json"] : [];
    expect(others).toEqual([...front, ...manifests, ...edition].sort());
  },
);

test("the client contains one module for each entry point and format, but no unreachable declarations", () => {
  expect(modulesOf("@vpcep/client", ".cjs")).toEqual(["aksk", "index", "validate"]);
  expect(modulesOf("@vpcep/client", ".js").filter((name) => !name.startsWith("chunk-"))).toEqual([
    "aksk",
    "index",
    "validate",
  ]);
  expect(modulesOf("@vpcep/client", ".d.cts")).toEqual(modulesOf("@vpcep/client", ".d.ts"));
  const declared = modulesOf("@vpcep/client", ".d.ts");
  expect(declared).toEqual(expect.arrayContaining(["options", "errors", "vpcep-client"]));
  expect(declared).not.toContain("pipeline");
});

describe.each(names)("%s", (name) => {
  test("has the expected license, repository, and engines in its manifest", async () => {
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

  test("contains the repository's license", async () => {
    const own = await readFile(join(work, "node_modules", name, "LICENSE"), "utf8");
    expect(own).toBe(await readFile(join(root, "LICENSE"), "utf8"));
  });

  test("has no publint findings", async () => {
    const { messages } = await publint({
      pkgDir: join(work, "node_modules", name),
      pack: false,
      strict: true,
    });
    expect(messages).toEqual([]);
  });

  test("has the right types for every module resolution mode", async () => {
    const tarball = await readFile(named(name).tarball);
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)));
    if (name === "@vpcep/openapi") {
      // The package contains only data.
      expect(result.types).toBe(false);
      return;
    }
    if (result.types === false) throw new Error("No types were found.");
    const findings = Object.keys(result.entrypoints).flatMap((entrypoint) =>
      resolutionsOf(name).flatMap((resolutionKind) =>
        filterProblems(result, { entrypoint, resolutionKind: resolutionKind as "bundler" }),
      ),
    );
    expect(Object.keys(result.entrypoints)).toContain(".");
    expect(findings).toEqual([]);
  });
});

test("the client's only third-party dependency is a pinned version of openapi-fetch", async () => {
  expect((await readManifest("@vpcep/openapi"))["dependencies"]).toBeUndefined();
  expect((await readManifest("@vpcep/types"))["dependencies"]).toBeUndefined();
  expect((await readManifest("@vpcep/client"))["dependencies"]).toEqual({
    "@vpcep/types": expect.stringMatching(/^\^\d+\.\d+\.\d+$/),
    "openapi-fetch": expect.stringMatching(/^\d+\.\d+\.\d+$/),
  });
});
