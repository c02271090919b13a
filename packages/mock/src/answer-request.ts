// Decides what a request gets. Every answer is one that Prism took from the contract.
import { checkCredentials } from "./check-credentials.js";
import type { Credentials } from "./credentials.js";
import type { ContractAnswer } from "./contract-answer.js";
import { echoIds } from "./echo-ids.js";
import type { Fault } from "./fault.js";
import type { NamedAnswer } from "./named-answers.js";
import { parsePrefer } from "./parse-prefer.js";
import type { Engine, Refusal, Wish } from "./prism-engine.js";
import type { Scenarios } from "./scenario.js";
import type { SignedRequest } from "./verify-signature.js";

/** The nil UUID (RFC 9562): no endpoint service ever has this ID, so the mock answers 404 to it. */
export const unknownServiceId = "00000000-0000-0000-0000-000000000000";

export interface MockState {
  engine: Engine;
  names: readonly NamedAnswer[];
  scenarios: Scenarios;
  credentials: Credentials | undefined;
  /** Value of `Retry-After` on answers that tell the caller to wait. */
  retryAfter: string;
}

/** A valid address, for answers that do not depend on the one that was asked for. */
const sample = "/v1/project/vpc-endpoint-services/service";
const address = /^\/v1\/([^/]*)\/vpc-endpoint-services\/([^/]*)$/;
/** Answers that tell the caller to wait; on all others `Retry-After` would be a wrong hint. */
const throttling = new Set(["EndPoint.0022", "APIGW.0308"]);

interface Named {
  example: string;
  /** Replaces the text of the example, so that people learn what was wrong. */
  reason?: string;
  code?: string;
}

/** Answers one request; `faults` are those that were asked for it. */
export async function answerRequest(
  request: SignedRequest,
  faults: readonly Fault[],
  state: MockState,
): Promise<ContractAnswer> {
  const named = (wanted: Named): Promise<ContractAnswer> => byName(wanted, state);
  const [path = "/"] = request.target.split("?", 1);
  const [matched, projectId = "", serviceId = ""] = address.exec(path) ?? [];
  if (matched === undefined) return named({ example: "error-gateway-unknown-api" });
  if (projectId === "") return named({ example: "error-gateway-api-not-found" });
  if (request.method !== "GET") {
    const refused = await named({ example: "error-method-not-allowed" });
    return { ...refused, headers: { ...refused.headers, allow: "GET" } };
  }

  if (state.credentials !== undefined) {
    // The time of the machine: a clock that tests hold still says nothing about when a request was signed.
    const denial = checkCredentials(request, projectId, state.credentials, Date.now());
    if (denial?.status === 401)
      return named({ example: "error-authentication-failed", reason: denial.reason });
    if (denial !== undefined)
      return named({ example: "error-permission-denied", reason: denial.reason });
  }
  if (faults.includes("throttle=429")) return named({ example: "error-too-many-requests" });
  if (faults.some((fault) => fault.startsWith("throttle")))
    return named({ example: "error-throttled" });
  if (serviceId === "")
    return named({
      example: "error-invalid-service-id",
      code: "EndPoint.2029",
      reason: "The endpoint service ID is empty.",
    });

  const preference = parsePrefer(header(request, "prefer"));
  if (typeof preference === "string") return refuseWith(preference, state);
  const valid = await state.engine.answer("GET", path, {});
  if (valid.kind === "refusal") return refuse(valid.refusal, state);

  const { scenario } = preference;
  if (scenario !== undefined && state.scenarios.current(projectId, serviceId) !== scenario)
    state.scenarios.start(projectId, serviceId, scenario);
  const { example, code, generated = false } = preference;
  const asked = example !== undefined || code !== undefined || generated;
  const staged = asked ? undefined : state.scenarios.example(projectId, serviceId);
  if (staged === undefined && !asked && serviceId === unknownServiceId)
    return named({ example: "error-service-not-found" });

  const wish = chooseAnswer(staged ?? example, code, state.names);
  if (typeof wish === "string") return refuseWith(wish, state);
  const accept = acceptedTypes(header(request, "accept"));
  const failure = (wish.status ?? 200) >= 400;
  const result = await state.engine.answer("GET", path, {
    ...wish,
    // A failure is told in the form that it has, whatever the caller accepts, as servers do.
    ...(accept === undefined || failure ? {} : { accept }),
    generated: generated && wish.example === undefined,
  });
  if (result.kind === "refusal") return refuse(result.refusal, state);
  const { answer } = result;
  return answer.status === 200
    ? { ...answer, body: echoIds(answer.body, projectId, serviceId) }
    : withHonestRetryAfter(answer, state);
}

function header(request: SignedRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}

/** The media types of an `Accept` header; undefined when it names none, which means any. */
function acceptedTypes(accept: string | undefined): string[] | undefined {
  const types = (accept ?? "").split(",").map((type) => type.trim());
  const valid = types.filter((type) => /^[^\s/;]+\/[^\s/;]+/.test(type));
  return valid.length === 0 ? undefined : valid;
}

function chooseAnswer(
  example: string | undefined,
  code: number | undefined,
  names: readonly NamedAnswer[],
): Wish | string {
  if (example === undefined) return code === undefined ? {} : { status: code };
  const candidates = names.filter((name) => name.example === example);
  const choice = candidates.find(
    ({ status }) => code === undefined || status === code || status === undefined,
  );
  if (choice === undefined)
    return candidates.length === 0
      ? `No answer of the contract has the example "${example}". Use one of ${[...new Set(names.map((name) => name.example))].join(", ")}.`
      : `The example "${example}" does not belong to ${code ?? ""}. Use ${candidates.map(({ status }) => status).join(" or ")}.`;
  return {
    example,
    // 418 stands for "any other failure" here: the contract describes it by `default` only.
    status: choice.status ?? code ?? 418,
    accept: [choice.mediaType],
  };
}

/** A 400 that says what is wrong with what was asked of the mock itself. */
export function refuseWith(reason: string, state: MockState): Promise<ContractAnswer> {
  return byName({ example: "error-invalid-service-id", code: "EndPoint.0002", reason }, state);
}

/** Turns Prism's own refusals into answers that the contract describes. */
function refuse(refusal: Refusal, state: MockState): Promise<ContractAnswer> {
  const reason = refusal.detail;
  if (refusal.status === 406) return byName({ example: "error-not-acceptable", reason }, state);
  if (refusal.status === 404) return byName({ example: "error-gateway-unknown-api" }, state);
  if (refusal.status >= 500) return byName({ example: "error-internal", reason }, state);
  const code = refusal.parameter === "project_id" ? "EndPoint.0014" : "EndPoint.3062";
  return byName({ example: "error-invalid-service-id", code, reason }, state);
}

async function byName(wanted: Named, state: MockState): Promise<ContractAnswer> {
  const wish = chooseAnswer(wanted.example, undefined, state.names);
  const result =
    typeof wish === "string" ? undefined : await state.engine.answer("GET", sample, wish);
  if (result?.kind !== "answer")
    throw new Error(`The contract has lost its example ${wanted.example}; the mock needs it.`);
  const body = result.answer.body as Record<string, unknown>;
  return withHonestRetryAfter(
    {
      ...result.answer,
      body: {
        ...body,
        ...(wanted.code === undefined ? {} : { error_code: wanted.code }),
        ...(wanted.reason === undefined ? {} : { error_msg: wanted.reason }),
      },
    },
    state,
  );
}

function withHonestRetryAfter(answer: ContractAnswer, state: MockState): ContractAnswer {
  const code = (answer.body as { error_code?: string } | undefined)?.error_code ?? "";
  if (answer.status === 503 || throttling.has(code))
    return { ...answer, headers: { ...answer.headers, "retry-after": state.retryAfter } };
  const headers = Object.entries(answer.headers).filter(([name]) => name !== "retry-after");
  return { ...answer, headers: Object.fromEntries(headers) };
}
