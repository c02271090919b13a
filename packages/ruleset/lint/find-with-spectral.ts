import { relative } from "node:path";

import { runTool } from "@vpcep/run-tool";

import { remedyFor, type ContractFinding } from "./findings.js";

interface SpectralResult {
  code: string;
  message: string;
  source?: string;
  range: { start: { line: number; character: number } };
}

/** Separates the reason from the remedy in messages from our custom rules. */
const remedyMark = " Remedy: ";

/**
 * Lints a description with the `.spectral.yaml` file in the repository root.
 *
 * @throws Error if Spectral fails; the message contains Spectral's output.
 */
export async function findWithSpectral(root: string, file: string): Promise<ContractFinding[]> {
  const args = ["lint", file, "--ruleset", ".spectral.yaml", "--format", "json", "--quiet"];
  const run = await runTool("spectral", [...args, "--fail-severity", "hint"], root);
  if (run.code > 1 || !run.stdout.trimStart().startsWith("["))
    throw new Error(
      `Spectral failed.\n${run.stderr}${run.stdout}`.replaceAll(`${root}/`, "").trim(),
    );
  const results = JSON.parse(run.stdout) as SpectralResult[];
  return results.map(({ code, message, source, range }) => {
    const [reason = "", remedy] = message.split(remedyMark);
    return {
      file: relative(root, source ?? file),
      line: range.start.line + 1,
      column: range.start.character + 1,
      rule: code,
      tool: "Spectral",
      reason: reason.trim().replaceAll(`${root}/`, ""),
      remedy: remedy?.trim() ?? remedyFor("Spectral", code),
    };
  });
}
