import { fileURLToPath } from "node:url";

import type { Contract, FoundOperation } from "./contract.js";
import { type Finding, severities } from "./finding.js";
import { createJudge, type Judge } from "./judge.js";
import type { LiveTarget } from "./read-options.js";
import { type Authorize, type Recorded, startRecorder } from "./recorder.js";
import { redact, redactResponse } from "./redact.js";
import { curlFor, type ReportedStep, verifyCommandFor } from "./report.js";
import { notYet, type RetryPolicy, withRetries } from "./retry.js";
import { runRespect, type RunStep, WorkflowError } from "./run-respect.js";
import type { Send } from "./send-request.js";
import { createTally, type Evidence } from "./tally.js";

/** The folder with the contract's workflows. */
export const contractWorkflows = fileURLToPath(
  new URL("../../../openapi/workflows/", import.meta.url),
);

/** Settings for a live run. */
export interface LiveRun {
  target: LiveTarget;
  send: Send;
  authorize: Authorize;
  /** True if requests are signed with access keys; false if requests contain a token. */
  signed: boolean;
  /** Secrets to redact in reports. */
  secrets: readonly string[];
  retries: RetryPolicy;
  sleep: (ms: number) => Promise<unknown>;
  /** Folder with Arazzo files. */
  workflows: string;
  /** File name of the workflow to run, without the extension. If undefined, all workflows run. */
  only: string | undefined;
}

/**
 * Runs the workflows with `redocly respect` and checks the recorded responses.
 *
 * @throws UnreachableError if the server cannot be reached; WorkflowError if a workflow cannot be run.
 */
export async function verifyLive(contract: Contract, run: LiveRun): Promise<Evidence> {
  const { target } = run;
  const send = withRetries(run.send, run.retries, run.sleep);
  const recorder = await startRecorder(target.baseUrl, send, run.authorize);
  let steps: RunStep[];
  try {
    steps = await runRespect(run.workflows, run.only, recorder.url, {
      base_url: recorder.url,
      project_id: target.projectId,
      service_id: target.serviceId,
      token: recorder.placeholder,
    });
  } finally {
    await recorder.close();
  }
  const stopped = recorder.stopped();
  if (stopped !== undefined) throw stopped as Error;

  const judge = createJudge(contract);
  const reported = pair(steps, recorder.recorded, recorder.url).map(({ step, recorded }) =>
    report(step, recorded, contract, judge, run),
  );
  const tally = createTally();
  for (const { workflow: where, reproduce, status, findings, checked } of reported)
    if (status !== null) tally.add({ where, reproduce }, findings, checked);
  const notChecked = reported
    .filter(({ notChecked }) => notChecked !== null)
    .map(({ workflow, notChecked }) => `${workflow}: ${notChecked ?? ""}`);
  return { target: target.baseUrl, tally, steps: reported, unread: [], notChecked };
}

/** @throws WorkflowError if `respect` could not run the step even though the server responded. */
function report(
  step: RunStep,
  recorded: Recorded,
  contract: Contract,
  judge: Judge,
  run: LiveRun,
): ReportedStep {
  const { request, path, authorized } = recorded;
  const response = redactResponse(recorded.response, run.secrets);
  const { status } = response;
  const reason = notYet({ ...recorded, response });
  if (reason === undefined && step.problem !== undefined)
    throw new WorkflowError(
      `Cannot run the workflow step ${step.name}. redocly respect: ${step.problem}`,
    );
  const findings: Finding[] = [];
  let checked = { status: false, headers: false, body: false };
  if (reason === undefined && status !== undefined) {
    const judgement = judge({ ...response, ...requestedIn(contract, request.method, path) });
    checked = judgement.checked;
    findings.push(
      ...judgement.findings,
      ...step.unmet.map((condition): Finding => ({
        rule: "unexpected-outcome",
        pointer: "/status",
        message: `${status}, but the workflow expects ${condition}`,
      })),
    );
  }
  return {
    workflow: step.name,
    method: request.method,
    path: redact(path, run.secrets),
    status: status ?? null,
    checked,
    findings: findings.map((finding) => ({ ...finding, severity: severities[finding.rule] })),
    notChecked: reason ?? null,
    reproduce:
      authorized && run.signed
        ? verifyCommandFor(run.target, step.file)
        : curlFor(request.method, redact(request.url, run.secrets), {
            authorized,
            headers: authorized ? {} : request.headers,
          }),
  };
}

/**
 * Matches requests to steps in order, because `respect` runs the steps sequentially. If a workflow depends on another
 * workflow, the log from `respect` omits the steps of the other workflow. The requests in the omitted steps are also
 * checked.
 *
 * @throws WorkflowError if a step sent no request.
 */
function pair(
  steps: readonly RunStep[],
  recorded: readonly Recorded[],
  recorderUrl: string,
): { step: RunStep; recorded: Recorded }[] {
  const pairs: { step: RunStep; recorded: Recorded }[] = [];
  const rest = [...recorded];
  const required = (one: Recorded) => ({
    step: {
      name: "required-workflow",
      file: undefined,
      request: undefined,
      unmet: [],
      problem: undefined,
    },
    recorded: one,
  });
  for (const step of steps) {
    const index = rest.findIndex(
      ({ request, path }) =>
        request.method === step.request?.method && recorderUrl + path === step.request.url,
    );
    const found = rest[index];
    if (found === undefined)
      throw new WorkflowError(
        `Cannot run the workflow step ${step.name}. redocly respect: ${step.problem ?? "no request was sent"}`,
      );
    pairs.push(
      ...rest
        .splice(0, index + 1)
        .slice(0, -1)
        .map(required),
      { step, recorded: found },
    );
  }
  return [...pairs, ...rest.map(required)];
}

/** Returns the operation and, for GET requests, the requested ID. */
function requestedIn(contract: Contract, method: string, path: string): Partial<FoundOperation> {
  const found = contract.find(path);
  if (found === undefined || found === "sibling") return {};
  return method === "GET" ? found : { operation: found.operation };
}
