// npm run generate: updates all committed generated files. With --check, the command doesn't write any files, and fails
// if a file is stale. The command isn't a Turborepo task, because a cached task must not write to tracked files.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { generate, staleFiles, writeFiles } from "@vpcep/codegen";
import { readContract } from "@vpcep/contract-reader";
import { runTool, withoutBox } from "@vpcep/run-tool";

import { generatedFiles } from "./generated-files.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function run(): Promise<number> {
  const bundling = await runTool("tsx", ["packages/codegen/src/bundle.ts"], root);
  if (bundling.code !== 0) {
    console.error(withoutBox(`${bundling.stdout}\n${bundling.stderr}`));
    return bundling.code;
  }
  const all = await generate(root, generatedFiles, readContract());
  if (process.argv.includes("--check")) {
    for (const { target } of staleFiles(all))
      console.error(`${target.file} is stale. Run: npm run generate`);
    return staleFiles(all).length === 0 ? 0 : 1;
  }
  const written = await writeFiles(root, all);
  console.log(
    written.length === 0
      ? `All ${all.length} generated files are up to date.`
      : `Rewritten:\n${written.map((file) => `  ${file}`).join("\n")}`,
  );
  return 0;
}

process.exitCode = await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
