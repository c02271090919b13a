import { ApiError } from "./api-error.js";
import { nameError } from "./name-error.js";

/** 5xx: the service, or a gateway in front of it, failed. */
export class ServerError extends ApiError {
  declare readonly name: "ServerError";
  static {
    nameError(
      this,
      "ServerError",
      "Try again later; name the request ID when you ask for support.",
    );
  }
}
