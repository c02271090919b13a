import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { parse } from "yaml";

import { WorkflowError } from "./resolve-expression.js";

export interface WorkflowParameter {
  name: string;
  in: "path" | "header";
  value: string;
}

/** One request of a workflow, and what has to come of it. */
export interface WorkflowStep {
  stepId: string;
  operationId?: string;
  /** An address that no description has; Redocly's extension. */
  "x-operation"?: { url: string; method: string };
  parameters?: WorkflowParameter[];
  successCriteria?: { condition: string }[];
}

export interface Workflow {
  workflowId: string;
  summary: string;
  inputs?: { required?: string[] };
  steps: WorkflowStep[];
}

const known = new Set([
  "stepId",
  "description",
  "operationId",
  "x-operation",
  "parameters",
  "successCriteria",
]);

/**
 * Reads every Arazzo file of a folder.
 *
 * @throws WorkflowError when a step asks for something that the runner would pass over in silence.
 */
export async function readWorkflows(folder: string): Promise<Workflow[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const { workflows } = parse(await readFile(join(folder, name), "utf8")) as {
        workflows?: Workflow[];
      };
      for (const step of (workflows ?? []).flatMap(({ steps }) => steps))
        for (const key of Object.keys(step))
          if (!known.has(key))
            throw new WorkflowError(`${name}: the runner does not support "${key}" of a step.`);
      return workflows ?? [];
    }),
  );
  return files.flat();
}
