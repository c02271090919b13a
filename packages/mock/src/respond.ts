// Decides how the mock responds to a request. Queued responses and faults take precedence, followed by errors for
// invalid credentials and IDs, and then by the `Prefer` header.
import type { PathMatch } from "@vpcep/contract-reader";

import {
  type ResponseWish,
  composeResponse,
  type Asked,
  type ContractResponse,
  finishResponse,
  withIds,
} from "./compose-response.js";
import {
  type ContractResponses,
  type NeededExample,
  type OperationResponses,
  projectIdParameter,
  serviceIdParameter,
} from "./contract-responses.js";
import { checkCredentials, type Credentials } from "./credentials.js";
import { generateValue, type Random } from "./generate-body.js";
import { parseAccept, parsePrefer, type Preference } from "./preferences.js";
import type { Scenarios } from "./scenario.js";
import { replacesResponse, type Step } from "./script.js";
import type { SignedRequest } from "./verify-signature.js";

/** The nil UUID (RFC 9562), for which the mock responds with 404. */
export const unknownServiceId = "00000000-0000-0000-0000-000000000000";

export interface MockState {
  contract: ContractResponses;
  scenarios: Scenarios;
  credentials: Credentials | undefined;
  /** `Retry-After` value for throttled responses. */
  retryAfter: string;
  /** Random number generator for generated bodies. */
  random: Random;
  /** Whether to generate the body of each 200 response. */
  dynamic: boolean;
}

/** An error code and a message that replace an example's error code and message. */
interface Detail {
  code?: string;
  reason?: string;
}

/**
 * Returns the response to one request.
 *
 * @param step The queued entry and the faults for this request, or the error caused by an invalid `X-Mock-Fault` header.
 */
export function respondTo(
  request: SignedRequest,
  requestId: string,
  step: Partial<Step> | RangeError,
  state: MockState,
): ContractResponse {
  const { contract } = state;
  const accepts = parseAccept(header(request, "accept"));
  const matched = contract.find(request.target);
  const asked: Asked = {
    projectId: matched?.values[projectIdParameter] ?? "",
    serviceId: matched?.values[serviceIdParameter] ?? "",
    requestId,
    retryAfter: state.retryAfter,
    accepts,
  };
  const fail = (example: NeededExample, detail: Detail = {}): ContractResponse => {
    const response = composeResponse(contract.details, { example }, asked);
    if (response === "not-acceptable" || "problem" in response) throw new Error(`No ${example}.`);
    const { code, reason } = detail;
    return {
      ...response,
      body: {
        ...(response.body as object),
        ...(code !== undefined && { error_code: code }),
        ...(reason !== undefined && { error_msg: reason }),
      },
    };
  };

  if (matched === undefined)
    return fail("error-gateway-unknown-api", {
      reason: `The contract does not describe ${pathOf(request.target)}.`,
    });
  const { operation, values } = matched;
  if (values[projectIdParameter] === "") return fail("error-gateway-api-not-found");
  if (request.method !== "GET" && request.method !== "HEAD") {
    const refused = fail("error-method-not-allowed");
    return { ...refused, headers: { ...refused.headers, allow: "GET, HEAD" } };
  }
  try {
    if (step instanceof RangeError) throw step;
    if (replacesResponse(step)) return compose(operation, step, asked, state, fail);
    const refused = refuse(request, matched, state, fail);
    if (refused !== undefined) return refused;
    const wish = wishOf(operation, parsePrefer(header(request, "prefer")), asked, state);
    return compose(operation, wish, asked, state, fail);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    // An invalid `Prefer` or `X-Mock-Fault` header caused this error.
    return fail("error-invalid-service-id", { code: invalidRequest, reason: cause.message });
  }
}

function header(request: SignedRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}

type Fail = (example: NeededExample, detail?: Detail) => ContractResponse;

/** Returns the error response to a request with invalid credentials or a malformed path. */
function refuse(
  request: SignedRequest,
  { operation, values }: PathMatch<OperationResponses>,
  { credentials }: MockState,
  fail: Fail,
): ContractResponse | undefined {
  if (credentials !== undefined) {
    // Signatures are checked against the system time, because tests can stop the scenario clock.
    const projectId = values[projectIdParameter] ?? "";
    const denial = checkCredentials(request, projectId, credentials, Date.now());
    if (denial !== undefined)
      return fail(
        denial.status === 401 ? "error-authentication-failed" : "error-permission-denied",
        { reason: denial.reason },
      );
  }
  if (values[serviceIdParameter] === "")
    return fail("error-invalid-service-id", {
      code: "EndPoint.2029",
      reason: "The endpoint service ID is empty.",
    });
  for (const [name, value] of Object.entries(values)) {
    const decoded = decode(value);
    const reason =
      decoded === undefined
        ? `${name} is not valid percent-encoded UTF-8.`
        : operation.problemWith(name, decoded);
    const code = malformedCodes[name] ?? invalidRequest;
    if (reason !== undefined) return fail("error-invalid-service-id", { code, reason });
  }
  return undefined;
}

/** The request path, shortened for error messages. */
const pathOf = (target: string): string => (target.split(/[?#]/, 1)[0] ?? "").slice(0, 200);

/** Error codes for malformed IDs, by parameter name. */
const malformedCodes: Readonly<Record<string, string>> = {
  [projectIdParameter]: "EndPoint.0014",
  [serviceIdParameter]: "EndPoint.3062",
};

/** Error code for other invalid requests. */
const invalidRequest = "EndPoint.0002";

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The response requested in the `Prefer` header, or the current scenario state. */
function wishOf(
  { isDetails, path }: OperationResponses,
  preference: Preference,
  { projectId, serviceId }: Asked,
  { scenarios, dynamic }: MockState,
): ResponseWish & { dynamic?: boolean } {
  const { scenario, example, code } = preference;
  if (scenario !== undefined && !isDetails)
    throw new RangeError(
      `${path} does not return a single endpoint service, so it has no scenario.`,
    );
  if (scenario !== undefined && scenarios.current(projectId, serviceId) !== scenario)
    scenarios.start(projectId, serviceId, scenario);
  if (example !== undefined || code !== undefined)
    return { example, status: code, dynamic: preference.dynamic === true && example === undefined };
  if (preference.dynamic === true) return { dynamic: true };
  if (!isDetails) return { dynamic };
  const fields = scenarios.fields(projectId, serviceId);
  const gone = { example: "error-service-not-found" satisfies NeededExample };
  if (fields !== undefined) return fields === "deleted" ? gone : { service: fields };
  return serviceId === unknownServiceId ? gone : { dynamic };
}

function compose(
  operation: OperationResponses,
  wish: ResponseWish & { dynamic?: boolean },
  asked: Asked,
  state: MockState,
  fail: Fail,
): ContractResponse {
  const response = composeResponse(operation, wish, asked);
  if (response === "not-acceptable") return fail("error-not-acceptable");
  if ("problem" in response) throw new RangeError(response.problem);
  if (wish.dynamic !== true) return response;
  const { contract } = state;
  const mediaType = response.headers["content-type"] ?? "";
  const schema = operation.schemaOf(response.status, mediaType);
  const value = generateValue(contract.document, schema, state.random);
  if (response.status !== 200 || !operation.isDetails)
    return finishResponse({ ...response, body: value }, asked);
  return { ...response, body: withIds(value as never, asked) };
}
