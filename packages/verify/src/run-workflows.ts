import type { Answer } from "./answer.js";
import type { Judge } from "./create-judge.js";
import { evaluateCondition } from "./evaluate-condition.js";
import type { Finding } from "./finding.js";
import type { Workflow, WorkflowStep } from "./read-workflows.js";
import { redactAnswer } from "./redact-answer.js";
import { type ExpressionContext, fillTemplate, WorkflowError } from "./resolve-expression.js";
import type { Request } from "./send-request.js";

/** What became of one request. */
export interface StepResult {
  workflow: string;
  summary: string;
  method: string;
  /** Address without the server. */
  path: string;
  status: number | undefined;
  findings: Finding[];
}

export interface RunOptions {
  workflows: readonly Workflow[];
  /** Path template of the operation, for steps that name it by its ID. */
  path: string;
  inputs: { base_url: string; project_id: string; service_id: string; token: string };
  judge: Judge;
  send: (request: Request) => Promise<Answer>;
}

/** Runs the workflows one after the other and yields each answer with the verdict on it. */
export async function* runWorkflows(options: RunOptions): AsyncGenerator<StepResult> {
  const { inputs, judge, send } = options;
  for (const { workflowId, summary, steps } of options.workflows) {
    for (const step of steps) {
      const { request, requestedId } = buildRequest(step, options);
      const raw = await send(request);
      // The path is the caller's own, but a token is never to be read anywhere.
      const answer = redactAnswer(raw, [inputs.token]);
      yield {
        workflow: workflowId,
        summary,
        method: request.method,
        path: request.url.slice(inputs.base_url.length),
        status: answer.status,
        findings: [
          ...judge({ ...answer, ...(requestedId === undefined ? {} : { requestedId }) }),
          ...judgeOutcome(step, { inputs, ...contextOf(answer) }, answer.status),
        ],
      };
    }
  }
}

function buildRequest(
  step: WorkflowStep,
  { inputs, path }: RunOptions,
): { request: Request; requestedId?: string } {
  const context = { inputs };
  const parameters = step.parameters ?? [];
  const headers = Object.fromEntries(
    parameters
      .filter((parameter) => parameter.in === "header")
      .map(({ name, value }) => [name, fillTemplate(value, context)]),
  );
  const own = step["x-operation"];
  if (own !== undefined)
    return {
      request: { method: own.method.toUpperCase(), url: fillTemplate(own.url, context), headers },
    };
  if (step.operationId === undefined)
    throw new WorkflowError(`The step "${step.stepId}" names no operation.`);
  let address = path;
  let requestedId = "";
  for (const { name, value } of parameters.filter((parameter) => parameter.in === "path")) {
    const filled = fillTemplate(value, context);
    if (name === "vpc_endpoint_service_id") requestedId = filled;
    address = address.replace(`{${name}}`, encodeURIComponent(filled));
  }
  return { request: { method: "GET", url: inputs.base_url + address, headers }, requestedId };
}

function contextOf(answer: Answer): Omit<ExpressionContext, "inputs"> {
  let body: unknown;
  try {
    body = JSON.parse(Buffer.from(answer.body ?? []).toString("utf8"));
  } catch {
    body = undefined;
  }
  return {
    body,
    ...(answer.status === undefined ? {} : { statusCode: answer.status }),
    ...(answer.headers === undefined ? {} : { headers: answer.headers }),
  };
}

function judgeOutcome(
  step: WorkflowStep,
  context: ExpressionContext,
  status: number | undefined,
): Finding[] {
  if (status === undefined) return [];
  return (step.successCriteria ?? [])
    .filter(({ condition }) => !evaluateCondition(condition, context))
    .map(({ condition }) => ({
      rule: "unexpected-outcome",
      pointer: "/status",
      message: `${status}, where this request must end with ${condition}`,
    }));
}
