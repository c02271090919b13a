import { nameError } from "./name-error.js";
import { VpcepError } from "./vpcep-error.js";

/**
 * The service, or something in front of it, answered with a status that is not 2xx. Statuses with a meaning of their
 * own have subclasses; the rest, redirects among them, are plain `ApiError`s.
 */
export class ApiError extends VpcepError {
  declare readonly name:
    | "ApiError"
    | "BadRequestError"
    | "AuthenticationError"
    | "PermissionDeniedError"
    | "NotFoundError"
    | "RateLimitError"
    | "ServerError";
  declare readonly method: string;
  declare readonly url: string;
  declare readonly attempts: number;
  declare readonly delaysMs: readonly number[];
  /** HTTP status. 0 when a browser hides a redirect. */
  declare readonly status: number;
  /** `error_code` of the body, such as `EndPoint.0005`; absent when the body names none. */
  declare readonly errorCode: string | undefined;
  /** ID of the request, from the header `X-Request-Id` or the body; name it when you ask for support. */
  declare readonly requestId: string | undefined;
  /** The body as text, cut after 4096 characters; absent when it is empty. */
  declare readonly body: string | undefined;
  /** What `Retry-After` asks for, in milliseconds from the answer on; absent when it says nothing. */
  declare readonly retryAfterMs: number | undefined;
  static {
    nameError(this, "ApiError", "Check the base URL; redirects are not followed.");
  }
}
