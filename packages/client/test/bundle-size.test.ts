import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { expect, test } from "@jest/globals";
import { build } from "esbuild";

/** Bytes of a bundle with everything that it needs, openapi-fetch included, minified and gzipped. */
async function bundledSize(contents: string): Promise<{ bytes: number; inputs: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL("..", import.meta.url)) },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    write: false,
    metafile: true,
  });
  return {
    bytes: gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length,
    inputs: Object.keys(metafile.inputs),
  };
}

test.each([
  ["the main entry, whole", 'export * from "@vpcep/client";', 4000],
  ["with aksk", 'export * from "@vpcep/client"; export * from "@vpcep/client/aksk";', 5000],
  ["validate alone", 'export * from "@vpcep/client/validate";', 2600],
])("%s: %s fits into its bound", async (_, contents, bound) => {
  const { bytes } = await bundledSize(contents);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThanOrEqual(bound);
});

test("the sources use nothing of another package but openapi-fetch", async () => {
  const entries = ["index", "aksk", "validate"].map((name) => `export * from "./src/${name}.ts";`);
  const { inputs } = await bundledSize(entries.join("\n"));
  const others = inputs.filter((file) => file.includes("node_modules/"));
  expect(others).toEqual([expect.stringContaining("node_modules/openapi-fetch/")]);
});

test("what is published imports nothing: each entry is one file, and aksk shares the classes of the main one", async () => {
  const imports = async (entry: string): Promise<string[]> => {
    const text = await readFile(new URL(`../dist/${entry}.js`, import.meta.url), "utf8");
    return [...text.matchAll(/(?:from|import)\s*\(?"([^"]+)"/g)].map(([, place]) => place ?? "");
  };
  expect(await imports("index")).toEqual([]);
  expect(await imports("validate")).toEqual([]);
  expect(await imports("aksk")).toEqual(["./index.js"]);
});
