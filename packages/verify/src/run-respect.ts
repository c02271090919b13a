// Runs Arazzo workflows by `redocly respect`, which knows the whole of Arazzo and refuses what it does not support.
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** A step that respect ran. */
export interface RunStep {
  /** Name of the workflow, with the step when the workflow has several. */
  name: string;
  /** The request that it sent; undefined when it sent none. */
  request: { method: string; url: string } | undefined;
  /** Criteria of the workflow that the answer did not meet. */
  unmet: string[];
  /** Why respect could not run the step to its end; undefined when it could. */
  problem: string | undefined;
}

/** A workflow that cannot be run as it is written. */
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

/** Checks of the answer against the description. Ours is the judge of those. */
const judgedElsewhere = ["status code check", "content-type check", "schema check"];

/**
 * Runs every workflow of a folder.
 *
 * @param server Address for the source description `vpcep`.
 * @throws WorkflowError in respect's own words when it refuses a file.
 */
export async function runRespect(
  workflowFolder: string,
  server: string,
  inputs: Readonly<Record<string, string>>,
): Promise<RunStep[]> {
  const files = (await readdir(workflowFolder))
    .filter((name) => /\.(ya?ml|json)$/.test(name))
    .sort()
    .map((name) => join(workflowFolder, name));
  if (files.length === 0) throw new WorkflowError(`${workflowFolder} has no workflow.`);
  const folder = await mkdtemp(join(tmpdir(), "vpcep-respect-"));
  try {
    const log = join(folder, "log.json");
    const printed = await run([
      "respect",
      ...files,
      "--server",
      `vpcep=${server}`,
      ...Object.entries(inputs).flatMap(([name, value]) => ["--input", `${name}=${value}`]),
      "--json-output",
      log,
      // The recorder has its own limits.
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

function run(args: readonly string[]): Promise<string> {
  const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  const env: NodeJS.ProcessEnv = {
    // respect talks to the recorder only, which knows about proxies and certificates; and it needs no credentials.
    ...Object.fromEntries(
      Object.entries(process.env).filter(
        ([name]) => !/_proxy$/i.test(name) && !name.startsWith("VPCEP_"),
      ),
    ),
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    NO_COLOR: "1",
    FORCE_COLOR: "0",
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (printed += text));
    child.on("error", reject);
    child.on("close", () => {
      resolve(printed);
    });
  });
}

/** What respect says about a file that it refuses, without its frames and notices. */
function refusalIn(printed: string): string {
  const lines = printed
    // eslint-disable-next-line no-control-regex -- colours
    .replace(/\u001b\[\d*m/g, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^[╔║╚]/.test(line));
  const from = Math.max(
    0,
    lines.findIndex((line) => line.startsWith("[1]")),
  );
  return `The workflows cannot be run. redocly respect: ${lines.slice(from, from + 2).join(" ")}`;
}

function readLog(
  { files }: { files: Record<string, { executedWorkflows?: Executed[] }> },
  named: readonly string[],
): RunStep[] {
  const workflows = named.flatMap(
    (file) =>
      Object.entries(files).find(([name]) => basename(name) === basename(file))?.[1]
        .executedWorkflows ?? [],
  );
  return workflows.flatMap((workflow) => {
    const steps = flatten(workflow.executedSteps ?? []);
    return steps.map((step, index) => toStep(step, steps[index + 1], steps.length > 1));
  });
}

/** Steps that run another workflow have its steps inside. */
const flatten = (steps: readonly Executed[]): Executed[] =>
  steps.flatMap((step) =>
    step.executedSteps === undefined ? [step] : flatten(step.executedSteps),
  );

function toStep(step: Executed, next: Executed | undefined, several: boolean): RunStep {
  const { workflowId, stepId = "", request, checks = [] } = step;
  // A step that is tried again has not failed yet.
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
