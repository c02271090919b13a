import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { parse } from "yaml";

const folder = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), ".github/workflows");

interface Workflow {
  jobs: Record<string, { steps?: { name?: string; id?: string; run?: string }[] }>;
}

/**
 * Returns the shell script for a workflow step.
 *
 * @param name a prefix of the step's name or ID.
 */
export async function stepNamed(file: string, job: string, name: string): Promise<string> {
  const workflow = parse(await readFile(join(folder, file), "utf8")) as Workflow;
  const step = workflow.jobs[job]?.steps?.find((one) =>
    (one.name ?? one.id ?? "").startsWith(name),
  );
  if (step?.run === undefined) throw new Error(`${file} has no step "${name}" in ${job}.`);
  return step.run;
}
