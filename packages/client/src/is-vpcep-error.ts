import type * as errors from "./errors.js";
import { isOfClass } from "./vpcep-error.js";

/** All error classes, by name. `ApiError` also covers its subclasses. */
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

/** All errors that this package throws. Use this union for an exhaustive `switch` over `name`. */
export type AnyVpcepError = VpcepErrors[keyof VpcepErrors];

/**
 * Checks whether a value is an error from this package, or an instance of the named class. Errors from other copies of
 * the package are also recognized, even if a copy uses the other module format (ES module or CommonJS).
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
