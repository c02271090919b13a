// Applies every mutation to the bundled contract and prints the review results. The tests use only a sample of the
// mutants. Requires `openapi/dist`, which `npm run build` creates.
import { readFile } from "node:fs/promises";

import { explain } from "./explain-survivor.js";
import { contractOracle, runMutants } from "./run-mutants.js";

const bundle = new URL("../../../../openapi/dist/openapi.json", import.meta.url);
const start = performance.now();
const contract = JSON.parse(await readFile(bundle, "utf8")) as Record<string, unknown>;
const results = runMutants(contract, contractOracle(contract));

const count = (outcome: string): number => results.filter((one) => one.outcome === outcome).length;
console.log(
  `${results.length} mutants in ${Math.round((performance.now() - start) / 1000)} s: ` +
    ["major", "minor", "patch", "none", "refused"].map((one) => `${count(one)} ${one}`).join(", "),
);
const sure = results.filter(({ mustBreak }) => mustBreak);
const missed = sure.filter(({ outcome }) => outcome !== "major" && outcome !== "refused");
console.log(`known breaking changes: ${sure.length}, missed: ${missed.length}`);
for (const { mutant, outcome } of missed)
  console.log(`  missed: ${mutant.name} ${mutant.pointer} (${outcome})`);

const survivors = results.filter(({ outcome }) => outcome === "none");
const reasons = new Map<string, number>();
for (const { mutant } of survivors) {
  const reason = explain(mutant) ?? `NOT EXPLAINED: ${mutant.name} ${mutant.pointer}`;
  reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
}
console.log(`not detected: ${survivors.length}`);
for (const [reason, number] of reasons) console.log(`  ${number}: ${reason}`);
if (missed.length > 0 || [...reasons.keys()].some((one) => one.startsWith("NOT")))
  process.exitCode = 1;
