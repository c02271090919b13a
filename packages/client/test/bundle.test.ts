import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { expect, test } from "@jest/globals";
import { build } from "esbuild";

/** Bundles code, and returns the compressed size and the input files. */
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
  [
    "a client with openapi-fetch",
    'import { createClient } from "@vpcep/client"; console.log(createClient);',
    12_200,
  ],
  [
    "a client with aksk",
    'import { createClient } from "@vpcep/client"; import { aksk } from "@vpcep/client/aksk"; console.log(createClient, aksk);',
    13_000,
  ],
  ["only validate", 'export * from "@vpcep/client/validate";', 3000],
])("bundle size of %s", async (_, contents, bound) => {
  const { bytes } = await bundledSize(contents);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThanOrEqual(bound);
});

test("the bundle contains no dependencies except openapi-fetch and the types", async () => {
  const { inputs } = await bundledSize(
    'export * from "@vpcep/client"; export * from "@vpcep/client/aksk"; export * from "@vpcep/client/validate";',
  );
  const others = inputs.filter((file) => file.includes("node_modules/"));
  expect(others).toEqual([expect.stringContaining("node_modules/openapi-fetch/")]);
});

test.each(["js", "cjs"])("the validator's %s build has no imports", async (format) => {
  const text = await readFile(new URL(`../dist/validate.${format}`, import.meta.url), "utf8");
  expect(text).not.toMatch(/\bfrom "|require\("|import\("|\beval\(|new Function/);
});

test.each(["index", "aksk", "validate"])(
  "both builds of %s use only ES2021 syntax",
  async (entry) => {
    for (const format of ["js", "cjs"]) {
      const text = await readFile(new URL(`../dist/${entry}.${format}`, import.meta.url), "utf8");
      // Metro does not support static blocks or private methods.
      expect(text).not.toMatch(/\bstatic \{|^\s+#\w+/m);
    }
  },
);
