// Run in a package after tsc has written its declarations: emit-formats.ts <entry> […]. Writes each entry as an ES
// module and as CommonJS, for ES2021, and a copy of the declarations for CommonJS. TypeScript judges a declaration by
// its extension: .d.ts in a package of ES modules cannot be imported by CommonJS, .d.cts can.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { build, type BuildOptions } from "esbuild";

const entries = process.argv.slice(2);
if (entries.length === 0) throw new Error("Name the entries: emit-formats.ts index.");

const shared: BuildOptions = {
  entryPoints: entries.map((entry) => `src/${entry}.ts`),
  outdir: "dist",
  bundle: true,
  packages: "external",
  platform: "neutral",
  // Metro, the bundler of React Native, does not know the class features of ES2022.
  target: "es2021",
  sourcemap: true,
  sourcesContent: false,
  logLevel: "warning",
};

/** esbuild takes the default export of a CommonJS module for the module itself, as Node does for an ES module. */
const respectsDefault = (code: string): string =>
  code.replace(/__toESM\((require\("[^"]+"\)), 1\)/g, "__toESM($1)");

/** A declaration with the extensions that CommonJS needs. */
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
