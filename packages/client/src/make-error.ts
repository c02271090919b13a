// The one place that makes errors out of what happened to a request.
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

/** The operation that has a method and a validator of its own. */
export const operationPath =
  "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}" satisfies keyof paths;

const classes: Readonly<Record<number, typeof ApiError>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  429: RateLimitError,
};

/** How many characters of a body an error keeps. */
const keptBody = 4096;

/** What an error needs of an answer, wherever it comes from. */
export interface Received {
  readonly response: Pick<FetchResponse, "status" | "headers">;
  readonly text: string;
  /** The headers that were sent; the secrets among them are kept out of the error. */
  readonly sent: Readonly<Record<string, string>>;
  readonly cut?: boolean;
}

/** The call as errors and events show it. */
export const infoOf = ({ method, url, attempts, delaysMs }: RequestInfo): RequestInfo => ({
  method,
  url,
  attempts,
  delaysMs,
});

/** The parts of an answer that errors and events show, without the secrets that it may echo. */
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
 * The error for an answer that is not 2xx, whichever of the known shapes its body has, or none of them.
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

/** The error for what `fetch` threw, or for a body that broke off. */
export function connectionError(
  cause: unknown,
  call: RequestInfo,
  sent: Readonly<Record<string, string>>,
): ConnectionError {
  const code = codeOf(cause);
  const retryable = mayPass(cause);
  // What is not a failure of the network is told in its own words: only they help.
  const words = oneLine(
    withoutSecrets((retryable ? undefined : wordsOf(cause)) ?? "", secretsIn(sent, call.url)),
    200,
  );
  const why = [code, words].filter(Boolean).join(": ");
  return new ConnectionError(`No complete answer${why ? `: ${why}` : ""}`, {
    ...infoOf(call),
    code,
    retryable,
    cause,
  });
}

/** The error for what a function that gets a token or signs threw; a wrong value has its own error already. */
export function credentialsError(cause: unknown, from: string, call: RequestInfo): Error {
  if (cause instanceof InvalidArgumentError && cause.url === undefined) return cause;
  const code = codeOf(cause);
  return new CredentialsError(`The function given as ${from} failed${code ? ` (${code})` : ""}`, {
    ...infoOf(call),
    code,
    retryable: mayPass(cause),
    cause,
  });
}

/** The error for an injected `fetch` that does not give a response. */
export const notAResponse = (problem: string, call: RequestInfo): InvalidArgumentError =>
  new InvalidArgumentError(`fetch must give a Response that nobody has read; ${problem}`, {
    ...infoOf(call),
    argument: "fetch",
  });

/**
 * The data of a 2xx answer.
 *
 * @throws InvalidResponseError when it is not JSON, or, for the operation of the contract, not what that promises.
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
  // JSON has no undefined.
  if (data === undefined) return refuse(whyNotJson(text.trim()));
  if (call.path !== operationPath) return data;
  if (typeof data !== "object" || data === null || Array.isArray(data))
    return refuse("The body is JSON, but not an object");
  const { onDrift, validate } = settings;
  /** What onDrift gave back: an asynchronous one is waited for, so that what it rejects with ends the call. */
  const told: unknown[] = [];
  const violations = await Promise.resolve(
    validate?.(data, onDrift && ((drift) => told.push(onDrift(drift)))),
  );
  await Promise.all(told);
  if (violations?.length)
    return refuse(
      `The body breaks the contract: ${violations
        .slice(0, 5)
        .map(({ pointer, message }) => `${oneLine(pointer, 80)} ${message}`)
        .join(", ")}`,
      violations,
    );
  return data;
}

/** A text that begins like JSON and does not end like it has been cut on its way. */
function whyNotJson(text: string): string {
  if (!/^[{["]/.test(text)) return "The body is not JSON";
  const last = { "{": "}", "[": "]", '"': '"' }[text.charAt(0)] ?? "";
  return text.length > 1 && text.endsWith(last)
    ? "The body is not valid JSON"
    : "The body ends in the middle of its JSON";
}
