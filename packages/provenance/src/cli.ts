// `tsx src/cli.ts` compares the bundled contract with openapi/provenance.yaml and prints the differences. Requires
// openapi/dist.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { readContract } from "@vpcep/contract-reader";

import { findInProvenance } from "./find-in-provenance.js";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const file = "openapi/provenance.yaml";

try {
  const findings = findInProvenance(await readFile(join(root, file), "utf8"), readContract());
  for (const { line, reason, remedy } of findings)
    console.error(`${file}:${line}  ${reason}\n  Remedy: ${remedy}\n`);
  process.exitCode = findings.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
