// Builds the ESM bundles, CommonJS bundles, and type declarations in dist. The bundles include the contract and the
// private packages. The build writes to a temporary folder first, so that a failed build does not change dist.
import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build, type BuildOptions } from "esbuild";
import { isObject, type Json, type JsonObject, readContract } from "@vpcep/contract-reader";

const here = dirname(fileURLToPath(import.meta.url));
const staging = join(here, "dist.tmp");
const src = (name: string): string => join(here, "src", `${name}.ts`);
/** Public entry points. */
const entries = ["index", "fixtures", "msw"];

/** Removes descriptions from the contract to make the bundles smaller. */
function withoutProse(node: Json, parent = ""): Json {
  if (Array.isArray(node)) return node.map((item) => withoutProse(item));
  if (!isObject(node)) return node;
  // In these objects, keys such as `description` are names, not keywords, so they must be kept.
  const named = ["properties", "examples", "value"].includes(parent);
  if (parent === "value") return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(
        ([key]) => named || !["description", "summary", "x-enumDescriptions", "tags"].includes(key),
      )
      .map(([key, value]) => [key, withoutProse(value, key)]),
  );
}

rmSync(staging, { recursive: true, force: true });
const contract = readContract();
const shared = {
  bundle: true,
  platform: "neutral",
  target: "es2021",
  mainFields: ["module", "main"],
  external: ["node:*", "msw"],
  define: {
    contractOfThisBuild: JSON.stringify(withoutProse(contract)),
    versionOfThisBuild: JSON.stringify((contract["info"] as JsonObject)["version"]),
  },
  logLevel: "warning",
} satisfies BuildOptions;
// Code splitting is off, because importing a shared chunk only for its side effects causes warnings in bundlers.
await build({ ...shared, format: "esm", entryPoints: entries.map(src), outdir: staging });
await build({
  ...shared,
  // Top-level `await` requires a later target than `es2021`.
  target: "node20.19",
  format: "esm",
  external: [...shared.external, "./index.js"],
  entryPoints: [src("cli")],
  outdir: staging,
});
await build({
  ...shared,
  format: "cjs",
  entryPoints: entries.map(src),
  outdir: join(staging, "cjs"),
});
writeFileSync(join(staging, "cjs/package.json"), '{"type":"commonjs"}\n');

const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const declarations = join(staging, "types");
execFileSync(
  process.execPath,
  [tsc, "-p", join(here, "tsconfig.build.json"), "--emitDeclarationOnly", "--outDir", declarations],
  { stdio: "inherit" },
);
for (const name of reachable(entries.map((entry) => `${entry}.d.ts`)))
  for (const folder of [staging, join(staging, "cjs")])
    cpSync(join(declarations, name), join(folder, name));
rmSync(declarations, { recursive: true });
rmSync(join(here, "dist"), { recursive: true, force: true });
renameSync(staging, join(here, "dist"));

/** The type declarations of the entry points and of all modules that they import, directly or indirectly. */
function reachable(first: readonly string[]): string[] {
  const there = new Set(readdirSync(declarations));
  const found = new Set(first);
  for (const name of found) {
    if (!there.has(name)) throw new Error(`The declaration ${name} is missing.`);
    const text = readFileSync(join(declarations, name), "utf8");
    for (const [, file] of text.matchAll(/(?:from|import\()\s*"\.\/([^"]+)\.js"/g))
      found.add(`${file ?? ""}.d.ts`);
    if (/"@vpcep\/(?!types")/.test(text)) throw new Error(`${name} imports a private package.`);
  }
  return [...found];
}
