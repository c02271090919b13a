import { brand } from "./errors/name-error.js";
import type { ApiError } from "./errors/api-error.js";
import type { AuthenticationError } from "./errors/authentication-error.js";
import type { BadRequestError } from "./errors/bad-request-error.js";
import type { ConnectionError } from "./errors/connection-error.js";
import type { InvalidArgumentError } from "./errors/invalid-argument-error.js";
import type { InvalidResponseError } from "./errors/invalid-response-error.js";
import type { NotFoundError } from "./errors/not-found-error.js";
import type { PermissionDeniedError } from "./errors/permission-denied-error.js";
import type { RateLimitError } from "./errors/rate-limit-error.js";
import type { ServerError } from "./errors/server-error.js";
import type { ServiceFailedError } from "./errors/service-failed-error.js";
import type { TimeoutError } from "./errors/timeout-error.js";

/** The error classes by name. `ApiError` stands for its subclasses too. */
export interface VpcepErrors {
  ApiError: ApiError;
  BadRequestError: BadRequestError;
  AuthenticationError: AuthenticationError;
  PermissionDeniedError: PermissionDeniedError;
  NotFoundError: NotFoundError;
  RateLimitError: RateLimitError;
  ServerError: ServerError;
  ConnectionError: ConnectionError;
  TimeoutError: TimeoutError;
  InvalidResponseError: InvalidResponseError;
  InvalidArgumentError: InvalidArgumentError;
  ServiceFailedError: ServiceFailedError;
}

/** Every error that this package throws; a `switch` over `name` tells them apart, and can be exhaustive. */
export type AnyVpcepError = VpcepErrors[keyof VpcepErrors];

type Branded = { readonly [brand]?: true } | null | undefined;

/**
 * Whether a caught value is an error of this package, of any kind or of the one named. Works across copies of the
 * package, where `instanceof` does not.
 */
export function isVpcepError(value: unknown): value is AnyVpcepError;
export function isVpcepError<Name extends keyof VpcepErrors>(
  value: unknown,
  name: Name,
): value is VpcepErrors[Name];
export function isVpcepError(value: unknown, name?: string): boolean {
  return (
    !!(value as Branded)?.[brand] &&
    (!name ||
      (value as Error).name === name ||
      (name === "ApiError" && "errorCode" in (value as object)))
  );
}
