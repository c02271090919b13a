// `tsx packages/ruleset/lint/lint-contract.ts source|bundle` lints the contract with Spectral and Redocly. The "bundle"
// argument requires a bundle in openapi/dist. Prints each finding with its location, rule, reason, and remedy. Exit
// codes: 0 (no findings), 1 (findings of any severity), 2 (a linter failed).
import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { findWithRedocly } from "./find-with-redocly.js";
import { findWithSpectral } from "./find-with-spectral.js";
import { reportFindings } from "./findings.js";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** The files to lint for each argument. */
const targets: Readonly<Record<string, readonly string[]>> = {
  source: ["openapi/openapi.yaml"],
  bundle: ["openapi/dist/openapi.yaml", "openapi/dist/openapi-3.0.yaml"],
};

async function isThere(file: string): Promise<boolean> {
  return access(join(root, file)).then(
    () => true,
    () => false,
  );
}

async function lint(): Promise<number> {
  const started = performance.now();
  const files = targets[process.argv[2] ?? ""];
  if (files === undefined) {
    console.error("Usage: tsx packages/ruleset/lint/lint-contract.ts source|bundle");
    return 2;
  }
  for (const file of files)
    if (!(await isThere(file))) {
      console.error(`${file} is missing. Run: npm run build -w @vpcep/openapi`);
      return 2;
    }
  const reports = await Promise.all(
    files.map(async (file) => {
      const found = await Promise.all([findWithSpectral(root, file), findWithRedocly(root, file)]);
      return found.flat().length > 0 ? reportFindings(found.flat(), file) : undefined;
    }),
  );
  const broken = reports.filter((report) => report !== undefined);
  if (broken.length > 0) {
    console.error(broken.join("\n"));
    return 1;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${files.join(", ")}: Spectral and Redocly found nothing (${seconds} s)`);
  return 0;
}

process.exitCode = await lint().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
