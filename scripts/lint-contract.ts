// Lints the contract with Spectral and Redocly, side by side: tsx scripts/lint-contract.ts source|bundle.
// Prints each finding with its place, rule, reason and remedy; any finding of any severity is exit code 1,
// and 2 when the linters could not do their work. Needs the built house rules (packages/ruleset/dist), and
// openapi/dist for "bundle". Writes nothing.
import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import type { ContractFinding } from "./contract-finding.js";
import { findWithRedocly } from "./find-with-redocly.js";
import { findWithSpectral } from "./find-with-spectral.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const bundle = { file: "openapi/dist/openapi.yaml", workspace: "@vpcep/openapi" };
const houseRules = { file: "packages/ruleset/dist/index.js", workspace: "@vpcep/ruleset" };

/** What can be linted, and what must have been built before. */
const targets: Readonly<Record<string, { file: string; needs: (typeof bundle)[] }>> = {
  source: { file: "openapi/openapi.yaml", needs: [houseRules] },
  bundle: { file: bundle.file, needs: [bundle, houseRules] },
};

/** While one of these has findings, those of other rules are mere consequences. */
const structural: ReadonlySet<string> = new Set([
  "parser",
  "invalid-ref",
  "no-unresolved-refs",
  "struct",
  "oas3-schema",
]);

/** More than this hides the first ones from the reader. */
const mostShown = 25;

async function isThere(file: string): Promise<boolean> {
  return access(join(root, file)).then(
    () => true,
    () => false,
  );
}

function print({ file, line, column, rule, tool, reason, remedy }: ContractFinding): string {
  return `${file}:${line}:${column}  ${rule} (${tool})\n  ${reason}\n  Remedy: ${remedy}\n`;
}

/** Structure first, then by place; what a tool says once per use of a component is said once. */
function report(found: readonly ContractFinding[], target: string): string {
  const structure = found.filter(({ rule }) => structural.has(rule));
  const ordered = (structure.length > 0 ? structure : [...found]).sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  );
  const texts = [...new Set(ordered.map(print))];
  const total = new Set(found.map(print)).size;
  const shown = texts.slice(0, mostShown);
  const rest = total - shown.length;
  return [
    ...shown,
    `${total} ${total === 1 ? "finding" : "findings"} in ${target}` +
      (rest === 0 ? "." : `; ${rest} more may go when these are mended.`),
  ].join("\n");
}

async function lint(): Promise<number> {
  const started = performance.now();
  const target = targets[process.argv[2] ?? ""];
  if (target === undefined) {
    console.error("Say what to lint: tsx scripts/lint-contract.ts source|bundle");
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
    console.error(report(found.flat(), target.file));
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
