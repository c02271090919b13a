// Builds each entry as an ES module and as a CommonJS module, and copies the declarations for CommonJS. Run this script
// in a package's folder after `tsc` has finished: emit-formats.ts <entry> […]. CommonJS code can't use a .d.ts file
// from an ES module package, so it needs a .d.cts file.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { build, type BuildOptions } from "esbuild";

const entries = process.argv.slice(2);
if (entries.length === 0) throw new Error("No entry given. Usage: emit-formats.ts <entry> […]");

const shared: BuildOptions = {
  entryPoints: entries.map((entry) => `src/${entry}.ts`),
  outdir: "dist",
  bundle: true,
  packages: "external",
  platform: "neutral",
  // Metro (React Native) doesn't support ES2022 class features.
  target: "es2021",
  sourcemap: true,
  sourcesContent: false,
  logLevel: "warning",
};

/**
 * Changes esbuild's output so that a default import from a CommonJS module returns its `default` export, not the
 * module.
 */
const respectsDefault = (code: string): string =>
  code.replace(/__toESM\((require\("[^"]+"\)), 1\)/g, "__toESM($1)");

/** Replaces the `.js` extension with `.cjs` in the imports of a declaration file. */
const forCommonJs = (declaration: string): string =>
  declaration
    .replace(/((?:from|import)\s*\(?\s*"\.[^"]+)\.js"/g, '$1.cjs"')
    .replace(/(sourceMappingURL=.+)\.d\.ts\.map/, "$1.d.cts.map");

await Promise.all([
  build({ ...shared, format: "esm", splitting: true }),
  build({ ...shared, format: "cjs", outExtension: { ".js": ".cjs" } }),
]);
for (const name of await readdir("dist")) {
  const text = () => readFile(join("dist", name), "utf8");
  if (name.endsWith(".cjs")) await writeFile(join("dist", name), respectsDefault(await text()));
  if (name.endsWith(".d.ts"))
    await writeFile(join("dist", name.replace(/ts$/, "cts")), forCommonJs(await text()));
  if (name.endsWith(".d.ts.map"))
    await writeFile(
      join("dist", name.replace(/ts\.map$/, "cts.map")),
      (await text()).replace(/("file":"[^"]+)\.d\.ts"/, '$1.d.cts"'),
    );
}
