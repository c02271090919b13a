import { ApiError } from "./api-error.js";
import { nameError } from "./name-error.js";

/** 429, or 400 with `EndPoint.0022`: the caller is throttled, also after all attempts. */
export class RateLimitError extends ApiError {
  declare readonly name: "RateLimitError";
  static {
    nameError(this, "RateLimitError", "Send fewer requests, or raise maxAttempts.");
  }
}
