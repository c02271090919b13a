import { relative, resolve } from "node:path";

import { runTool, withoutBox } from "@vpcep/run-tool";

import { remedyFor, type ContractFinding } from "./findings.js";

interface RedoclyProblem {
  ruleId: string;
  message: string;
  suggest: string[];
  location: { source: { ref: string }; start?: { line: number; col: number } }[];
}

/** Matches the error that Redocly prints if the main file isn't valid YAML. */
const parseFailure = /^ *- (?<reason>.+) in "(?<file>.+)" \((?<line>\d+):(?<column>\d+)\)$/m;

/**
 * Lints a description with Redocly.
 *
 * @param settings configuration file. Default: `redocly.yaml` in the repository root.
 * @throws Error if Redocly fails or its configuration is invalid; the message contains Redocly's output.
 */
export async function findWithRedocly(
  root: string,
  file: string,
  settings = "redocly.yaml",
): Promise<ContractFinding[]> {
  const args = ["lint", file, "--config", settings, "--format", "json", "--max-problems", "1000"];
  const run = await runTool("redocly", args, root);
  const inRepository = (text: string): string => text.trim().replaceAll(`${root}/`, "");

  const failure = parseFailure.exec(run.stderr)?.groups;
  if (failure !== undefined)
    return [
      {
        file: relative(root, resolve(root, failure["file"] ?? file)),
        line: Number(failure["line"]),
        column: Number(failure["column"]),
        rule: "parser",
        tool: "Redocly",
        reason: failure["reason"] ?? "",
        remedy: remedyFor("Redocly", "parser"),
      },
    ];
  const start = run.stdout.indexOf("{");
  // If a rule name is misspelled, Redocly only prints a warning and ignores the rule.
  if (start === -1 || run.stderr.includes("Your config has"))
    throw new Error(`Redocly failed.\n${inRepository(withoutBox(run.stderr))}`);

  const { problems } = JSON.parse(run.stdout.slice(start)) as { problems: RedoclyProblem[] };
  return problems.map(({ ruleId, message, suggest, location: [place] }) => ({
    file: place === undefined ? file : relative(root, resolve(root, place.source.ref)),
    line: place?.start?.line ?? 1,
    column: place?.start?.col ?? 1,
    rule: ruleId,
    tool: "Redocly",
    reason: inRepository(message),
    remedy:
      suggest.length === 0
        ? remedyFor("Redocly", ruleId)
        : `Did you mean ${suggest.slice(0, 3).join(" or ")}?`,
  }));
}
