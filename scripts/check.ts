// npm run check: reports everything that is missing after you edit the contract. Each finding includes a location, a
// reason, and a remedy. The command rebuilds openapi/dist and writes no other files. Exit codes: 0 (no findings), 1
// (findings), 2 (the check could not be completed).
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { generate, staleFiles } from "@vpcep/codegen";
import { readContract } from "@vpcep/contract-reader";
import { findInProvenance } from "@vpcep/provenance";
import { findWithRedocly } from "@vpcep/ruleset/lint/find-with-redocly";
import { findWithSpectral } from "@vpcep/ruleset/lint/find-with-spectral";
import { runTool, withoutBox } from "@vpcep/run-tool";

import { findBrokenChangesets, findMissingChangeset } from "./check/changesets.js";
import { findMissingExamples } from "./check/examples.js";
import type { Finding } from "./check/finding.js";
import { findBrokenTypeFacts } from "./check/type-facts.js";
import { generatedFiles } from "./generated-files.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = "openapi/openapi.yaml";
const provenance = "openapi/provenance.yaml";

async function lint(): Promise<Finding[]> {
  const found = await Promise.all([findWithSpectral(root, source), findWithRedocly(root, source)]);
  return found.flat().map(({ file, line, rule, tool, reason, remedy }) => ({
    kind: "contract",
    place: `${file}:${line}`,
    reason: `${reason} (${tool}: ${rule})`,
    remedy,
  }));
}

/** Returns the findings, and notes about checks that could not run. */
async function check(): Promise<{ findings: Finding[]; notes: string[] }> {
  const [linted, changesets, bundling] = await Promise.all([
    lint(),
    findBrokenChangesets(root),
    runTool("tsx", ["packages/codegen/src/bundle.ts"], root),
  ]);
  if (bundling.code !== 0) {
    const text = withoutBox(`${bundling.stdout}\n${bundling.stderr}`);
    const broken: Finding = {
      kind: "contract",
      place: source,
      reason: text,
      remedy: "Fix this error, then run npm run check again.",
    };
    return {
      findings: linted.length > 0 ? linted : [broken],
      notes: ["The contract could not be bundled, so nothing else was checked."],
    };
  }
  const contract = readContract();
  const generated = await generate(root, generatedFiles, contract);
  const missing = await findMissingChangeset(root);
  return {
    findings: [
      ...linted,
      ...findMissingExamples(contract),
      ...findInProvenance(await readFile(join(root, provenance), "utf8"), contract).map(
        ({ line, reason, remedy }): Finding => ({
          kind: "provenance",
          place: `${provenance}:${line}`,
          reason,
          remedy,
        }),
      ),
      ...staleFiles(generated).map(({ target }): Finding => ({
        kind: "generated file",
        place: target.file,
        reason: "The file doesn't match the contract.",
        remedy: "Run npm run generate and review the diff.",
      })),
      ...findBrokenTypeFacts(
        root,
        new Map(generated.map(({ target, wanted }) => [target.file, wanted])),
      ),
      ...changesets,
      ...(typeof missing === "object" ? [missing] : []),
    ],
    notes: typeof missing === "string" ? [missing] : [],
  };
}

const indent = (text: string): string => text.replaceAll("\n", "\n    ");

function print({ kind, place, reason, remedy }: Finding): string {
  return `${place}  ${kind}\n  ${indent(reason)}\n  Remedy: ${indent(remedy)}\n`;
}

try {
  const { findings, notes } = await check();
  for (const finding of findings) console.log(print(finding));
  for (const note of notes) console.log(`${note}\n`);
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  console.log(
    findings.length === 0
      ? "Nothing is missing."
      : `${findings.length} ${findings.length === 1 ? "finding" : "findings"}: ${kinds.join(", ")}.`,
  );
  process.exitCode = findings.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
