import { fileURLToPath } from "node:url";

import type { Contract, FoundOperation } from "./contract.js";
import { type Finding, severities } from "./finding.js";
import { createJudge } from "./judge.js";
import type { LiveTarget } from "./read-options.js";
import { type Authorize, type Recorded, startRecorder } from "./recorder.js";
import { redact, redactAnswer } from "./redact.js";
import { curlFor, type ReportedStep, verifyCommandFor } from "./report.js";
import { notYet, type RetryPolicy, withRetries } from "./retry.js";
import { runRespect, type RunStep, WorkflowError } from "./run-respect.js";
import type { Send } from "./send-request.js";
import { createTally, type Evidence } from "./tally.js";

/** The workflows of the contract. */
export const contractWorkflows = fileURLToPath(
  new URL("../../../openapi/workflows/", import.meta.url),
);

/** What a live run needs. */
export interface LiveRun {
  target: LiveTarget;
  send: Send;
  authorize: Authorize;
  /** Whether requests are signed with access keys, in place of a token. */
  signed: boolean;
  /** Texts that must not get into a report. */
  secrets: readonly string[];
  retries: RetryPolicy;
  sleep: (ms: number) => Promise<unknown>;
  /** Folder with Arazzo files. */
  workflows: string;
  /** File name of the only workflow to run, without extension; all of them when undefined. */
  only: string | undefined;
}

/**
 * Lets `redocly respect` run the workflows against a server and judges what the recorder saw.
 *
 * @throws UnreachableError when there is no server; WorkflowError when a workflow cannot be run.
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
  const tally = createTally();
  const undecided: string[] = [];
  const reported = pair(steps, recorder.recorded, recorder.url).map(({ step, recorded }) => {
    const { request, path, authorized, answer: raw } = recorded;
    const answer = redactAnswer(raw, run.secrets);
    const reason = notYet({ ...recorded, answer }) ?? null;
    if (reason === null && step.problem !== undefined)
      throw new WorkflowError(
        `The workflow step ${step.name} cannot be run. redocly respect: ${step.problem}`,
      );
    const { findings, judged } =
      reason === null
        ? judge({ ...answer, ...requestedIn(contract, request.method, path) })
        : { findings: [], judged: { status: false, headers: false, body: false } };
    const outcome: Finding[] =
      reason !== null || answer.status === undefined
        ? []
        : step.unmet.map((condition) => ({
            rule: "unexpected-outcome",
            pointer: "/status",
            message: `${answer.status ?? ""}, where this step must end with ${condition}`,
          }));
    const all = [...findings, ...outcome];
    const reproduce =
      authorized && run.signed
        ? verifyCommandFor(target, step.file)
        : curlFor(request.method, redact(request.url, run.secrets), {
            authorized,
            headers: authorized ? {} : request.headers,
          });
    if (answer.status !== undefined) tally.add({ where: step.name, reproduce }, all, judged);
    if (reason !== null) undecided.push(`${step.name}: ${reason}`);
    return {
      workflow: step.name,
      method: request.method,
      path: redact(path, run.secrets),
      status: answer.status ?? null,
      judged,
      findings: all.map((finding) => ({ ...finding, severity: severities[finding.rule] })),
      notJudged: reason,
      reproduce,
    } satisfies ReportedStep;
  });
  return { target: target.baseUrl, tally, steps: reported, unread: [], undecided };
}

/**
 * Which request belongs to which step: respect runs one after the other, so the order tells. Requests of workflows that
 * others depend on are in no step of the log; they are judged as well.
 *
 * @throws WorkflowError when a step sent no request.
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
        `The workflow step ${step.name} cannot be run. redocly respect: ${step.problem ?? "it sent no request"}`,
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

/** What a request asks for; no endpoint service for another method, whose answer is about none. */
function requestedIn(contract: Contract, method: string, path: string): Partial<FoundOperation> {
  const found = contract.find(path);
  if (found === undefined || found === "sibling") return {};
  return method === "GET" ? found : { operation: found.operation };
}
