// `tsx src/check.ts <target> […]` fails if a generated file doesn't match the bundled contract. Each package that
// contains a generated file runs this check as part of its build. Requires openapi/dist.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { readContract } from "@vpcep/contract-reader";

import { generate, staleFiles } from "./generate.js";
import { targets } from "./targets.js";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const names = process.argv.slice(2);
const wanted = targets.filter(({ name }) => names.includes(name));

try {
  if (wanted.length !== names.length || names.length === 0)
    throw new Error(
      `Unknown target. The targets are ${targets.map(({ name }) => name).join(", ")}.`,
    );
  const stale = staleFiles(await generate(root, wanted, readContract()));
  for (const { target } of stale)
    console.error(`${target.file} is stale because the contract changed. Run: npm run generate`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
