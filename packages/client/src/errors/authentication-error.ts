import { ApiError } from "./api-error.js";
import { nameError } from "./name-error.js";

/** 401: the token or the signature is missing, wrong or expired. */
export class AuthenticationError extends ApiError {
  declare readonly name: "AuthenticationError";
  static {
    nameError(this, "AuthenticationError", "Get a new token, or check the keys and the clock.");
  }
}
