// Creates errors for failed requests.
import type { paths } from "@vpcep/types";

import { oneLine, secretsIn, withoutSecrets } from "./clean-text.js";
import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConnectionError,
  CredentialsError,
  InvalidArgumentError,
  InvalidResponseError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
} from "./errors.js";
import type { Violation } from "./judgement.js";
import type { FetchResponse, Settings } from "./options.js";
import {
  codeOf,
  isThrottling,
  mayPass,
  readRetryAfter,
  retriedStatuses,
  wordsOf,
} from "./retry-policy.js";
import type { RequestInfo } from "./vpcep-error.js";

/** The path template of the operation that `getVpcEndpointService` calls. */
export const operationPath =
  "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}" satisfies keyof paths;

const classes: Readonly<Record<number, typeof ApiError>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  429: RateLimitError,
};

/** Maximum number of body characters that an error keeps. */
const keptBody = 4096;

/** The response data that is needed to create errors. */
export interface Received {
  readonly response: Pick<FetchResponse, "status" | "headers">;
  readonly text: string;
  /** The request headers, whose secrets are hidden in errors. */
  readonly sent: Readonly<Record<string, string>>;
  readonly cut?: boolean;
}

export const infoOf = ({ method, url, attempts, delaysMs }: RequestInfo): RequestInfo => ({
  method,
  url,
  attempts,
  delaysMs,
});

/** Returns the response data for errors and events, without secrets that the server echoed. */
export function shownOf({ response, text, sent }: Received, { url }: RequestInfo) {
  const secrets = secretsIn(sent, url);
  const line = (value: unknown, length?: number): string | undefined =>
    typeof value === "string" && value !== ""
      ? oneLine(withoutSecrets(value.slice(0, 2 * keptBody), secrets), length) || undefined
      : undefined;
  return {
    line,
    status: response.status,
    requestId: line(response.headers.get("x-request-id"), 128),
    body: withoutSecrets(text.slice(0, 4 * keptBody), secrets).slice(0, keptBody) || undefined,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Creates the error for a non-2xx response. Recognizes four formats of error bodies, and also accepts any other body.
 */
export function apiError(received: Received, call: RequestInfo, now: () => number): ApiError {
  const { line, status, requestId, body } = shownOf(received, call);
  const parsed = parseJson(received.text) as
    | Partial<Record<"error_code" | "error_msg" | "message" | "error" | "request_id", unknown>>
    | null
    | undefined;
  const inner = parsed?.error as { readonly message?: unknown } | null | undefined;
  const errorCode = line(parsed?.error_code, 64);
  const message = line(parsed?.error_msg ?? parsed?.message ?? inner?.message ?? parsed?.error);
  const throttled = status === 400 && isThrottling(errorCode);
  const Class = throttled
    ? RateLimitError
    : (classes[status] ?? (status < 500 ? ApiError : ServerError));
  return new Class([String(status), errorCode, message].filter(Boolean).join(" "), {
    ...infoOf(call),
    status,
    errorCode,
    requestId: requestId ?? line(parsed?.request_id, 128),
    body,
    retryable: throttled || retriedStatuses.includes(status),
    retryAfterMs: readRetryAfter(received.response.headers, now),
  });
}

/** Creates the error for a failed `fetch` or an incomplete body. */
export function connectionError(
  cause: unknown,
  call: RequestInfo,
  sent: Readonly<Record<string, string>>,
): ConnectionError {
  const code = codeOf(cause);
  const retryable = mayPass(cause);
  // If the failure is permanent, the error includes the original message, which explains the cause.
  const words = oneLine(
    withoutSecrets((retryable ? undefined : wordsOf(cause)) ?? "", secretsIn(sent, call.url)),
    200,
  );
  const why = [code, words].filter(Boolean).join(": ");
  return new ConnectionError(`No complete response${why ? `: ${why}` : ""}`, {
    ...infoOf(call),
    code,
    retryable,
    cause,
  });
}

/**
 * Creates the error for a failed token function or signer. Returns `cause` unchanged if the function returned an
 * invalid value, because `cause` already explains the problem.
 */
export function credentialsError(cause: unknown, from: string, call: RequestInfo): Error {
  if (cause instanceof InvalidArgumentError && cause.url === undefined) return cause;
  const code = codeOf(cause);
  return new CredentialsError(`The function passed as ${from} failed${code ? ` (${code})` : ""}`, {
    ...infoOf(call),
    code,
    retryable: mayPass(cause),
    cause,
  });
}

/** Creates the error for a custom `fetch` that does not return a usable response. */
export const notAResponse = (problem: string, call: RequestInfo): InvalidArgumentError =>
  new InvalidArgumentError(`fetch must return an unread Response; ${problem}`, {
    ...infoOf(call),
    argument: "fetch",
  });

/**
 * Parses and validates the body of a 2xx response.
 *
 * @throws InvalidResponseError if the body is not JSON or violates the contract.
 */
export async function judgeData(
  received: Received,
  call: RequestInfo & { readonly path: string },
  settings: Pick<Settings, "onDrift" | "validate"> & { readonly maxBodyBytes: number },
): Promise<unknown> {
  const { text, cut } = received;
  const refuse = (what: string, violations: readonly Violation[] = []): never => {
    const { status, requestId, body } = shownOf(received, call);
    throw new InvalidResponseError(what, { ...infoOf(call), status, requestId, body, violations });
  };
  if (cut) return refuse(`The body is longer than ${settings.maxBodyBytes} bytes (maxBodyBytes)`);
  if (text.trim() === "") return refuse("The body is empty");
  const data = parseJson(text);
  if (data === undefined) return refuse(whyNotJson(text.trim()));
  if (call.path !== operationPath) return data;
  if (typeof data !== "object" || data === null || Array.isArray(data))
    return refuse("The body is JSON, but not an object");
  const { onDrift, validate } = settings;
  /** The return values of `onDrift`. If one of these values is a promise that rejects, the call rejects. */
  const told: unknown[] = [];
  const violations = await Promise.resolve(
    validate?.(data, onDrift && ((drift) => told.push(onDrift(drift)))),
  );
  await Promise.all(told);
  if (violations?.length)
    return refuse(
      `The body violates the contract: ${violations
        .slice(0, 5)
        .map(({ pointer, message }) => `${oneLine(pointer, 80)} ${message}`)
        .join(", ")}`,
      violations,
    );
  return data;
}

/** Explains why a string is not valid JSON. */
function whyNotJson(text: string): string {
  if (!/^[{["]/.test(text)) return "The body is not JSON";
  const last = { "{": "}", "[": "]", '"': '"' }[text.charAt(0)] ?? "";
  return text.length > 1 && text.endsWith(last)
    ? "The body is not valid JSON"
    : "The body is truncated JSON";
}
