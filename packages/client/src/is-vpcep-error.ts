import type * as errors from "./errors.js";
import { isOfClass } from "./vpcep-error.js";

/** The error classes by name. `ApiError` includes its subclasses. */
export interface VpcepErrors {
  ApiError: errors.ApiError;
  BadRequestError: errors.BadRequestError;
  AuthenticationError: errors.AuthenticationError;
  PermissionDeniedError: errors.PermissionDeniedError;
  NotFoundError: errors.NotFoundError;
  RateLimitError: errors.RateLimitError;
  ServerError: errors.ServerError;
  ConnectionError: errors.ConnectionError;
  CredentialsError: errors.CredentialsError;
  TimeoutError: errors.TimeoutError;
  InvalidResponseError: errors.InvalidResponseError;
  InvalidArgumentError: errors.InvalidArgumentError;
  ServiceFailedError: errors.ServiceFailedError;
}

/** Every error that this package throws; a `switch` over `name` tells them apart, and can be exhaustive. */
export type AnyVpcepError = VpcepErrors[keyof VpcepErrors];

/**
 * Whether a caught value is an error of this package, of any kind or of the one named. Works across copies of the
 * package and across ESM and CommonJS.
 *
 * @example
 * if (isVpcepError(error, "NotFoundError")) console.log(error.requestId);
 */
export function isVpcepError(value: unknown): value is AnyVpcepError;
export function isVpcepError<Name extends keyof VpcepErrors>(
  value: unknown,
  name: Name,
): value is VpcepErrors[Name];
export function isVpcepError(value: unknown, name = "VpcepError"): boolean {
  return isOfClass(value, name);
}
