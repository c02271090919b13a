import { relative, resolve } from "node:path";

import type { ContractFinding } from "./contract-finding.js";
import { remedyFor } from "./remedy-for.js";
import { runTool, withoutBox } from "./run-tool.js";

interface RedoclyProblem {
  ruleId: string;
  message: string;
  suggest: string[];
  location: { source: { ref: string }; start?: { line: number; col: number } }[];
}

/**
 * Lints one description with the root's `redocly.yaml`.
 *
 * @throws Error when Redocly itself fails, with what it printed.
 */
export async function findWithRedocly(root: string, file: string): Promise<ContractFinding[]> {
  const args = ["lint", file, "--format", "json", "--max-problems", "1000"];
  const run = await runTool("redocly", args, root);
  const start = run.stdout.indexOf("{");
  if (start === -1)
    throw new Error(`Redocly failed.\n${withoutBox(`${run.stderr}\n${run.stdout}`)}`.trim());
  const { problems } = JSON.parse(run.stdout.slice(start)) as { problems: RedoclyProblem[] };
  return problems.map(({ ruleId, message, suggest, location: [place] }) => ({
    file: place === undefined ? file : relative(root, resolve(root, place.source.ref)),
    line: place?.start?.line ?? 1,
    column: place?.start?.col ?? 1,
    rule: ruleId,
    tool: "Redocly",
    reason: message.trim().replaceAll(`${root}/`, ""),
    remedy:
      suggest.length === 0
        ? remedyFor("Redocly", ruleId)
        : `Did you mean ${suggest.slice(0, 3).join(" or ")}?`,
  }));
}
