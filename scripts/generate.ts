// Rewrites every committed generated file: npm run generate. With --check it writes nothing and fails when one is
// stale. Never part of the task graph: a cached task must not write a tracked file.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { generate, staleFiles, targets, writeFiles, type Target } from "@vpcep/codegen";
import { readContract } from "@vpcep/contract-reader";
import { policyPage } from "@vpcep/review/policy-page";
import { runTool, withoutBox } from "@vpcep/run-tool";
import { format, resolveConfig } from "prettier";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The review's own documentation; it needs no contract. */
const policy: Target = {
  name: "review policy",
  file: "docs/review-policy.md",
  async text() {
    const file = join(root, this.file);
    const options = await resolveConfig(file);
    return format(policyPage(), { ...options, parser: "markdown" });
  },
};

async function run(): Promise<number> {
  const bundling = await runTool("tsx", ["packages/codegen/src/bundle.ts"], root);
  if (bundling.code !== 0) {
    console.error(withoutBox(`${bundling.stdout}\n${bundling.stderr}`));
    return bundling.code;
  }
  const all = await generate(root, [...targets, policy], readContract());
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
