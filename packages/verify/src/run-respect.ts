// Runs Arazzo workflows with `redocly respect`, which rejects Arazzo features that it does not support.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import { runTool, withoutBox } from "@vpcep/run-tool";

/** A workflow step run by `respect`. */
export interface RunStep {
  /** Workflow name, followed by the step name if there are several steps. */
  name: string;
  /** Workflow file name, without the extension; undefined if unknown. */
  file: string | undefined;
  /** The request that the step sent, if any. */
  request: { method: string; url: string } | undefined;
  /** Success criteria that the response did not meet. */
  unmet: string[];
  /** The reason why `respect` could not finish the step, if it failed. */
  problem: string | undefined;
}

/** Error for a workflow that cannot be run. */
export class WorkflowError extends Error {
  override readonly name = "WorkflowError";
}

interface Executed {
  type?: string;
  workflowId: string;
  stepId?: string;
  request?: { method: string; url: string };
  checks?: { name: string; passed: boolean; message?: string; condition?: string }[];
  retriesLeft?: number;
  executedSteps?: Executed[];
}

const extension = /\.(ya?ml|json)$/;
const withoutExtension = (name: string): string => basename(name).replace(extension, "");

/** Checks in `respect` whose results are ignored, because `verify` performs the same checks itself. */
const judgedElsewhere = ["status code check", "content-type check", "schema check"];

/**
 * Runs the workflows in a folder.
 *
 * @param only Name of the file to run, without the extension. If undefined, the workflows in all files run.
 * @param server URL for the `vpcep` source description.
 * @throws WorkflowError if the file does not exist, or if `respect` rejects a file.
 */
export async function runRespect(
  workflowFolder: string,
  only: string | undefined,
  server: string,
  inputs: Readonly<Record<string, string>>,
): Promise<RunStep[]> {
  const all = (await readdir(workflowFolder)).filter((name) => extension.test(name)).sort();
  if (all.length === 0) throw new WorkflowError(`${workflowFolder} contains no workflows.`);
  const files = all
    .filter((name) => only === undefined || withoutExtension(name) === only)
    .map((name) => join(workflowFolder, name));
  if (files.length === 0)
    throw new WorkflowError(
      `Unknown workflow "${only ?? ""}". The workflows are ${all.map(withoutExtension).join(", ")}.`,
    );
  const folder = await mkdtemp(join(tmpdir(), "vpcep-respect-"));
  try {
    const log = join(folder, "log.json");
    const printed = await run([
      ...files,
      "--server",
      `vpcep=${server}`,
      ...Object.entries(inputs).flatMap(([name, value]) => ["--input", `${name}=${value}`]),
      "--json-output",
      log,
      // The time limit is effectively disabled, because the recorder already limits the time for each request.
      "--max-fetch-timeout",
      "3600000",
    ]);
    const text = await readFile(log, "utf8").catch(() => undefined);
    if (text === undefined) throw new WorkflowError(refusalIn(printed));
    return readLog(JSON.parse(text) as Parameters<typeof readLog>[0], files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `respect` without proxy settings and credentials, because `respect` connects only to the recorder. */
async function run(args: readonly string[]): Promise<string> {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/_proxy$/i.test(name) && !name.startsWith("VPCEP_"),
    ),
  );
  const { stdout, stderr } = await runTool("redocly", ["respect", ...args], undefined, {
    ...environment,
    NO_COLOR: "1",
    FORCE_COLOR: "0",
  });
  return stdout + stderr;
}

/** Returns the error message from `respect`, without boxes and notices. */
function refusalIn(printed: string): string {
  const lines = withoutBox(printed)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const from = Math.max(
    0,
    lines.findIndex((line) => line.startsWith("[1]")),
  );
  return `Cannot run the workflows. redocly respect: ${lines.slice(from, from + 2).join(" ")}`;
}

function readLog(
  { files }: { files: Record<string, { executedWorkflows?: Executed[] }> },
  named: readonly string[],
): RunStep[] {
  return named.flatMap((path) => {
    const file = withoutExtension(path);
    const log = Object.entries(files).find(([name]) => basename(name) === basename(path))?.[1];
    return (log?.executedWorkflows ?? []).flatMap((workflow) => {
      const steps = flatten(workflow.executedSteps ?? []);
      return steps.map((step, index) => ({
        ...toStep(step, steps[index + 1], steps.length > 1),
        file,
      }));
    });
  });
}

/** Replaces each step that runs another workflow with that workflow's steps. */
const flatten = (steps: readonly Executed[]): Executed[] =>
  steps.flatMap((step) =>
    step.executedSteps === undefined ? [step] : flatten(step.executedSteps),
  );

function toStep(
  step: Executed,
  next: Executed | undefined,
  several: boolean,
): Omit<RunStep, "file"> {
  const { workflowId, stepId = "", request, checks = [] } = step;
  // A step that `respect` retries has not failed yet.
  const triedAgain = next?.stepId === stepId && next.workflowId === workflowId;
  const failed = checks.filter(({ name, passed }) => !passed && !judgedElsewhere.includes(name));
  const isCriterion = ({ name }: { name: string }): boolean => name.includes("criteria");
  return {
    name: several ? `${workflowId}/${stepId}` : workflowId,
    request: request && { method: request.method.toUpperCase(), url: request.url },
    unmet: triedAgain ? [] : failed.filter(isCriterion).map(({ condition = "" }) => condition),
    problem: failed.find((check) => !isCriterion(check))?.message,
  };
}
