/* eslint-disable @typescript-eslint/no-useless-constructor -- Constructors declare the required fields. */
import type { ErrorCode, ServiceFailure, VpcEndpointService } from "@vpcep/types";

import type { Violation } from "./judgement.js";
import {
  nameErrors,
  RequestError,
  type RequestErrorDetails,
  type RequestInfo,
  VpcepError,
} from "./vpcep-error.js";

/** The details that an `ApiError` requires. */
export interface ApiErrorDetails extends RequestErrorDetails {
  readonly status: number;
  readonly errorCode: string | undefined;
  readonly requestId: string | undefined;
  readonly body: string | undefined;
  readonly retryAfterMs: number | undefined;
}

/**
 * The service, or a gateway in front of it, returned a status other than 2xx. Common statuses have their own
 * subclasses. Other statuses, including redirects, result in a plain `ApiError`.
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
  /** HTTP status, or 0 if a browser hides a redirect. */
  declare readonly status: number;
  /** The `error_code` in the body, such as `EndPoint.0005`, or undefined if there is none. */
  declare readonly errorCode: ErrorCode | undefined;
  /** The request ID, from the `X-Request-Id` header or the body. Include this ID in support requests. */
  declare readonly requestId: string | undefined;
  /** The first 4096 characters of the body, or undefined if the body is empty. */
  declare readonly body: string | undefined;
  /** The delay that the server requested, in milliseconds, or undefined if there is none. */
  declare readonly retryAfterMs: number | undefined;

  constructor(what: string, details: ApiErrorDetails) {
    super(what, details);
  }
}

/** 400: the request is malformed. A 400 caused by throttling results in a `RateLimitError` instead. */
export class BadRequestError extends ApiError {
  declare readonly name: "BadRequestError";
}

/** 401: the token or signature is missing, wrong, or expired. */
export class AuthenticationError extends ApiError {
  declare readonly name: "AuthenticationError";
}

/** 403: the caller lacks the permission `vpcep:epservices:get`. */
export class PermissionDeniedError extends ApiError {
  declare readonly name: "PermissionDeniedError";
}

/** 404: the project has no such endpoint service. Expected after a deletion. */
export class NotFoundError extends ApiError {
  declare readonly name: "NotFoundError";
}

/** 429, or 400 with `EndPoint.0022`: too many requests. */
export class RateLimitError extends ApiError {
  declare readonly name: "RateLimitError";
}

/** 5xx: the service or a gateway in front of it failed. */
export class ServerError extends ApiError {
  declare readonly name: "ServerError";
}

/**
 * No complete response arrived, for example because the connection failed or the certificate is invalid. `cause` is the
 * error from `fetch`.
 */
export class ConnectionError extends RequestError {
  declare readonly name: "ConnectionError";
  /** The runtime's error code, such as `ECONNREFUSED` or `CERT_HAS_EXPIRED`, or undefined if there is none. */
  declare readonly code: string | undefined;

  constructor(what: string, details: RequestErrorDetails & { readonly code: string | undefined }) {
    super(what, details);
  }
}

/**
 * The function passed as `token` or `credentials` failed, so no request was sent. `cause` is the error that the
 * function threw.
 */
export class CredentialsError extends RequestError {
  declare readonly name: "CredentialsError";
  /** The cause's error code, such as `ECONNREFUSED`, or undefined if there is none. */
  declare readonly code: string | undefined;

  constructor(what: string, details: RequestErrorDetails & { readonly code: string | undefined }) {
    super(what, details);
  }
}

/** An attempt, a call, or a wait exceeded its time limit. */
export class TimeoutError extends VpcepError {
  declare readonly name: "TimeoutError";
  declare readonly retryable: boolean;
  /** The time limit that was exceeded, in milliseconds. */
  declare readonly timeoutMs: number;

  constructor(
    what: string,
    details: Partial<RequestInfo> & { readonly timeoutMs: number; readonly cause?: unknown },
  ) {
    super(what, { ...details, retryable: true });
  }
}

/** The status is 2xx, but the body violates the contract. */
export class InvalidResponseError extends RequestError {
  declare readonly name: "InvalidResponseError";
  /** HTTP status, 2xx. */
  declare readonly status: number;
  /** The `X-Request-Id` header, or undefined if the response has none. */
  declare readonly requestId: string | undefined;
  /** The first 4096 characters of the body, or undefined if the body is empty. */
  declare readonly body: string | undefined;
  /** The contract violations. Empty if the body is not JSON or is too long. */
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

/** An option or argument is invalid. The client does not send requests with invalid values. */
export class InvalidArgumentError extends VpcepError {
  declare readonly name: "InvalidArgumentError";
  /** The name of the option or argument, such as `timeoutMs`. */
  declare readonly argument: string;

  constructor(
    what: string,
    details: Partial<RequestInfo> & { readonly argument: string; readonly cause?: unknown },
  ) {
    super(what, { ...details, retryable: false });
  }
}

/** During a wait for `available`, the status became `failed` because the endpoint service could not be created. */
export class ServiceFailedError extends VpcepError {
  declare readonly name: "ServiceFailedError";
  /** The endpoint service in the last response. */
  declare readonly service: VpcEndpointService;
  /** The reasons for the failure, if the response contains any. */
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
  [ApiError, "ApiError", "Check the base URL. Redirects are not followed."],
  [BadRequestError, "BadRequestError", "Check the project ID and the endpoint service ID."],
  [
    AuthenticationError,
    "AuthenticationError",
    "Get a new token, or check the access keys and the system clock.",
  ],
  [PermissionDeniedError, "PermissionDeniedError", "Request the permission vpcep:epservices:get."],
  [
    NotFoundError,
    "NotFoundError",
    "Check both IDs and the region, unless the endpoint service was deleted.",
  ],
  [RateLimitError, "RateLimitError", "Send fewer requests, or increase timeoutMs."],
  [ServerError, "ServerError", "Try again later. Include the request ID in support requests."],
  [ConnectionError, "ConnectionError", "Check the network, the base URL, and its certificate."],
  [
    CredentialsError,
    "CredentialsError",
    "Check the function that you passed as token or credentials.",
  ],
  [TimeoutError, "TimeoutError", "Try again later, or increase timeoutMs."],
  [InvalidResponseError, "InvalidResponseError", "Check the base URL, or update this package."],
  [InvalidArgumentError, "InvalidArgumentError", "Correct the value."],
  [
    ServiceFailedError,
    "ServiceFailedError",
    "Delete the endpoint service, fix the cause, and create it again.",
  ],
]);
