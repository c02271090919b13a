// Fails when a generated file is not what the bundled contract gives: tsx src/check.ts <target> […]. Part of the build
// of the package that the file belongs to. Needs openapi/dist.
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
    throw new Error(`Name targets: ${targets.map(({ name }) => name).join(", ")}.`);
  const stale = staleFiles(await generate(root, wanted, readContract()));
  for (const { target } of stale)
    console.error(`${target.file} is stale: the contract has changed. Run: npm run generate`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
