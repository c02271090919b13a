import type {
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
  ServiceFailedError,
  TimeoutError,
} from "./errors.js";
import { isOfClass } from "./vpcep-error.js";

/** The error classes by name. `ApiError` includes its subclasses. */
export interface VpcepErrors {
  ApiError: ApiError;
  BadRequestError: BadRequestError;
  AuthenticationError: AuthenticationError;
  PermissionDeniedError: PermissionDeniedError;
  NotFoundError: NotFoundError;
  RateLimitError: RateLimitError;
  ServerError: ServerError;
  ConnectionError: ConnectionError;
  CredentialsError: CredentialsError;
  TimeoutError: TimeoutError;
  InvalidResponseError: InvalidResponseError;
  InvalidArgumentError: InvalidArgumentError;
  ServiceFailedError: ServiceFailedError;
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
