import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";

import { runTool } from "../run-tool.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The names of the packages that a script of this folder loads, as far as they are CommonJS. */
async function loadedBy(script: string): Promise<string[]> {
  const program = `
    import { createRequire } from "node:module";
    await import(${JSON.stringify(join(root, "scripts", script))});
    console.log(JSON.stringify(Object.keys(createRequire(import.meta.url).cache)));
  `;
  const args = ["--import", "tsx", "--input-type=module", "--eval", program];
  const run = await runTool(process.execPath, args, root);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  const files = JSON.parse(run.stdout) as string[];
  return files.map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? "");
}

test("JSON schemas are written without loading the compiler of TypeScript", async () => {
  expect(await loadedBy("generate-types.ts")).toContain("typescript");
  expect(await loadedBy("write-json-schemas.ts")).not.toContain("typescript");
});
