import type { Call } from "./call.js";
import { ApiError } from "./errors/api-error.js";
import { AuthenticationError } from "./errors/authentication-error.js";
import { BadRequestError } from "./errors/bad-request-error.js";
import { NotFoundError } from "./errors/not-found-error.js";
import { PermissionDeniedError } from "./errors/permission-denied-error.js";
import { RateLimitError } from "./errors/rate-limit-error.js";
import { ServerError } from "./errors/server-error.js";

const classes: Readonly<Record<number, typeof ApiError>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  429: RateLimitError,
};

/** Statuses that may pass when the request is sent again. */
const retryable = /^(408|429|50[0234])$/;

/** The service's own throttling: a 400 that may pass. Codes are compared without regard to case. */
const throttledCode = /^endpoint\.0022$/i;

/** The parts of the known error shapes; of an unknown shape, anything. */
export type AnyErrorBody =
  | {
      readonly error_code?: unknown;
      readonly error_msg?: unknown;
      readonly message?: unknown;
      readonly request_id?: unknown;
      readonly error?: { readonly message?: unknown } | null;
    }
  | null
  | undefined;

/**
 * The error for an answer that is not 2xx, whichever of the four known shapes its body has, or none of them.
 * `clean` takes secrets out of a text, should the answer echo them.
 */
export function toApiError(
  body: AnyErrorBody,
  headers: globalThis.Headers,
  details: Call & { readonly status: number; readonly requestId: string | undefined },
  clean: (value: unknown) => string | undefined,
  now = Date.now,
): ApiError {
  const { status } = details;
  const errorCode = clean(body?.error_code);
  const message = clean(body?.error_msg ?? body?.message ?? body?.error?.message);
  const throttled = throttledCode.test(errorCode ?? "");
  const after = headers.get("retry-after") ?? "";
  const retryAfterMs = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now();
  return new (
    throttled ? RateLimitError : (classes[status] ?? (status < 500 ? ApiError : ServerError))
  )([status, errorCode, message].filter(Boolean).join(" "), {
    ...details,
    errorCode,
    requestId: details.requestId ?? clean(body?.request_id),
    retryable: throttled || retryable.test(`${status}`),
    retryAfterMs: retryAfterMs >= 0 ? retryAfterMs : undefined,
  });
}
