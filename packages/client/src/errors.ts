/* eslint-disable @typescript-eslint/no-useless-constructor -- Each says what its error cannot be built without. */
import type { ErrorCode, ServiceFailure, VpcEndpointService } from "@vpcep/types";

import type { Violation } from "./judgement.js";
import {
  nameErrors,
  RequestError,
  type RequestErrorDetails,
  type RequestInfo,
  VpcepError,
} from "./vpcep-error.js";

/** What an `ApiError` cannot be built without. */
export interface ApiErrorDetails extends RequestErrorDetails {
  readonly status: number;
  readonly errorCode: string | undefined;
  readonly requestId: string | undefined;
  readonly body: string | undefined;
  readonly retryAfterMs: number | undefined;
}

/**
 * The service, or something in front of it, answered with a status that is not 2xx. Statuses with a meaning of their
 * own have subclasses; the rest, redirects among them, are plain `ApiError`s.
 */
export class ApiError extends RequestError {
  declare readonly name:
    | "ApiError"
    | "BadRequestError"
    | "AuthenticationError"
    | "PermissionDeniedError"
    | "NotFoundError"
    | "RateLimitError"
    | "ServerError";
  /** HTTP status. 0 when a browser hides a redirect. */
  declare readonly status: number;
  /** `error_code` of the body, such as `EndPoint.0005`; undefined when the body has none. */
  declare readonly errorCode: ErrorCode | undefined;
  /** ID of the request, from the header `X-Request-Id` or the body; name it when you ask for support. */
  declare readonly requestId: string | undefined;
  /** The body as text, cut after 4096 characters; undefined when it is empty. */
  declare readonly body: string | undefined;
  /** What `Retry-After` asks for, in milliseconds from the answer on; undefined when it says nothing. */
  declare readonly retryAfterMs: number | undefined;

  constructor(what: string, details: ApiErrorDetails) {
    super(what, details);
  }
}

/** 400: the request is malformed. Throttling, which the service also answers with 400, is a `RateLimitError`. */
export class BadRequestError extends ApiError {
  declare readonly name: "BadRequestError";
}

/** 401: the token or the signature is missing, wrong or expired. */
export class AuthenticationError extends ApiError {
  declare readonly name: "AuthenticationError";
}

/** 403: the caller is known, but may not do this; the permission is `vpcep:epservices:get`. */
export class PermissionDeniedError extends ApiError {
  declare readonly name: "PermissionDeniedError";
}

/** 404: there is no such endpoint service in this project. After a deletion this is the expected answer. */
export class NotFoundError extends ApiError {
  declare readonly name: "NotFoundError";
}

/** 429, or 400 with `EndPoint.0022`: the caller is throttled. */
export class RateLimitError extends ApiError {
  declare readonly name: "RateLimitError";
}

/** 5xx: the service, or a gateway in front of it, failed. */
export class ServerError extends ApiError {
  declare readonly name: "ServerError";
}

/** No complete answer arrived: no connection, a refused certificate, a connection that broke. `cause` is what `fetch` threw. */
export class ConnectionError extends RequestError {
  declare readonly name: "ConnectionError";
  /** The runtime's code for the cause, such as `ECONNREFUSED` or `CERT_HAS_EXPIRED`; undefined when it gives none. */
  declare readonly code: string | undefined;

  constructor(what: string, details: RequestErrorDetails & { readonly code: string | undefined }) {
    super(what, details);
  }
}

/** The function given as `token` or `credentials` failed, so no request was sent. `cause` is what it threw. */
export class CredentialsError extends RequestError {
  declare readonly name: "CredentialsError";
  /** The code of the cause, such as `ECONNREFUSED`; undefined when it has none. */
  declare readonly code: string | undefined;

  constructor(what: string, details: RequestErrorDetails & { readonly code: string | undefined }) {
    super(what, details);
  }
}

/** A time limit has passed: of one attempt, of a call, or of waiting. */
export class TimeoutError extends VpcepError {
  declare readonly name: "TimeoutError";
  declare readonly retryable: boolean;
  /** The limit that has passed, in milliseconds. */
  declare readonly timeoutMs: number;

  constructor(
    what: string,
    details: Partial<RequestInfo> & { readonly timeoutMs: number; readonly cause?: unknown },
  ) {
    super(what, { ...details, retryable: true });
  }
}

/** The status says success, but the body is not what the contract promises. */
export class InvalidResponseError extends RequestError {
  declare readonly name: "InvalidResponseError";
  /** HTTP status, 2xx. */
  declare readonly status: number;
  /** ID of the request, from the header `X-Request-Id`; undefined when the answer has none. */
  declare readonly requestId: string | undefined;
  /** The body as text, cut after 4096 characters; undefined when it is empty. */
  declare readonly body: string | undefined;
  /** Where the body breaks the contract; empty when the body is not JSON at all, or too long. */
  declare readonly violations: readonly Violation[];

  constructor(
    what: string,
    details: RequestInfo & {
      readonly status: number;
      readonly requestId: string | undefined;
      readonly body: string | undefined;
      readonly violations: readonly Violation[];
      readonly cause?: unknown;
    },
  ) {
    super(what, { ...details, retryable: false });
  }
}

/** An option or an argument cannot be used. Nothing was sent with it. */
export class InvalidArgumentError extends VpcepError {
  declare readonly name: "InvalidArgumentError";
  /** The option or argument, such as `timeoutMs`. */
  declare readonly argument: string;

  constructor(
    what: string,
    details: Partial<RequestInfo> & { readonly argument: string; readonly cause?: unknown },
  ) {
    super(what, { ...details, retryable: false });
  }
}

/** While waiting for `available`, the endpoint service turned `failed`: it could not be created and never will be. */
export class ServiceFailedError extends VpcepError {
  declare readonly name: "ServiceFailedError";
  /** The endpoint service as last seen. */
  declare readonly service: VpcEndpointService;
  /** Why the creation failed, in the words of the service; empty when it gave no reason. */
  declare readonly failures: readonly ServiceFailure[];

  constructor(
    what: string,
    details: { readonly service: VpcEndpointService; readonly failures: readonly ServiceFailure[] },
  ) {
    super(what, { retryable: false });
    Object.assign(this, details);
  }
}

nameErrors([
  [VpcepError, "VpcepError", ""],
  [RequestError, "RequestError", ""],
  [ApiError, "ApiError", "Check the base URL; redirects are not followed."],
  [BadRequestError, "BadRequestError", "Check the project ID and the ID of the endpoint service."],
  [AuthenticationError, "AuthenticationError", "Get a new token, or check the keys and the clock."],
  [PermissionDeniedError, "PermissionDeniedError", "Ask for the permission vpcep:epservices:get."],
  [
    NotFoundError,
    "NotFoundError",
    "Check both IDs and the region; after a deletion this answer is expected.",
  ],
  [RateLimitError, "RateLimitError", "Send fewer requests, or allow more time with timeoutMs."],
  [ServerError, "ServerError", "Try again later; name the request ID when you ask for support."],
  [ConnectionError, "ConnectionError", "Check the network, the base URL and its certificate."],
  [
    CredentialsError,
    "CredentialsError",
    "Check the function that you gave as token or credentials, and what it calls.",
  ],
  [TimeoutError, "TimeoutError", "Try again later, or allow more time with timeoutMs."],
  [
    InvalidResponseError,
    "InvalidResponseError",
    "Check the base URL, or look for a newer version of this package.",
  ],
  [InvalidArgumentError, "InvalidArgumentError", "Correct it and call again."],
  [
    ServiceFailedError,
    "ServiceFailedError",
    "Delete it, fix what the reasons name, and create it again.",
  ],
]);
