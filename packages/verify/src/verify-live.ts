import { fileURLToPath } from "node:url";

import type { Contract } from "./contract.js";
import { createJudge } from "./create-judge.js";
import { createTally } from "./create-tally.js";
import { severities } from "./finding.js";
import type { Options } from "./read-options.js";
import { readWorkflows } from "./read-workflows.js";
import type { ReportedStep } from "./report.js";
import { runWorkflows } from "./run-workflows.js";
import { sendRequest } from "./send-request.js";
import type { Evidence } from "./verify.js";

const folder = fileURLToPath(new URL("../../../openapi/workflows/", import.meta.url));

/** Runs every workflow against a server. */
export async function verifyLive(
  contract: Contract,
  target: Extract<Options["target"], { kind: "live" }>,
  token: string,
  timeoutMs: number,
): Promise<Evidence> {
  const tally = createTally();
  const steps: ReportedStep[] = [];
  const results = runWorkflows({
    workflows: await readWorkflows(folder),
    path: contract.path,
    inputs: {
      base_url: target.baseUrl,
      project_id: target.projectId,
      service_id: target.serviceId,
      token,
    },
    judge: createJudge(contract),
    send: (request) => sendRequest(request, timeoutMs),
  });
  for await (const { workflow, summary, method, path, status, findings } of results) {
    tally.add(workflow, findings);
    const counts = { violation: 0, drift: 0 };
    for (const { rule } of findings) counts[severities[rule]]++;
    steps.push({ workflow, summary, method, path, status: status ?? null, counts });
  }
  return { target: target.baseUrl, tally, steps, skipped: 0 };
}
