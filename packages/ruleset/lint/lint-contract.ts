// Lints the contract with Spectral and Redocly, side by side: tsx packages/ruleset/lint/lint-contract.ts source|bundle.
// Prints each finding with its place, rule, reason and remedy; any finding of any severity is exit code 1,
// and 2 when the linters could not do their work. Needs the built house rules (packages/ruleset/dist), and
// openapi/dist for "bundle". Writes nothing.
import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { findWithRedocly } from "./find-with-redocly.js";
import { findWithSpectral } from "./find-with-spectral.js";
import { reportFindings } from "./findings.js";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

const bundle = { file: "openapi/dist/openapi.yaml", workspace: "@vpcep/openapi" };
const houseRules = { file: "packages/ruleset/dist/index.js", workspace: "@vpcep/ruleset" };

/** What can be linted, and what must have been built before. */
const targets: Readonly<Record<string, { file: string; needs: (typeof bundle)[] }>> = {
  source: { file: "openapi/openapi.yaml", needs: [houseRules] },
  bundle: { file: bundle.file, needs: [bundle, houseRules] },
};

async function isThere(file: string): Promise<boolean> {
  return access(join(root, file)).then(
    () => true,
    () => false,
  );
}

async function lint(): Promise<number> {
  const started = performance.now();
  const target = targets[process.argv[2] ?? ""];
  if (target === undefined) {
    console.error("Say what to lint: tsx packages/ruleset/lint/lint-contract.ts source|bundle");
    return 2;
  }
  for (const { file, workspace } of target.needs)
    if (!(await isThere(file))) {
      console.error(`${file} is missing. Run: npm run build -w ${workspace}`);
      return 2;
    }
  const found = await Promise.all([
    findWithSpectral(root, target.file),
    findWithRedocly(root, target.file),
  ]);
  if (found.flat().length > 0) {
    console.error(reportFindings(found.flat(), target.file));
    return 1;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${target.file}: no finding of Spectral or Redocly (${seconds} s)`);
  return 0;
}

process.exitCode = await lint().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
