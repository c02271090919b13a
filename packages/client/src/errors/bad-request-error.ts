import { ApiError } from "./api-error.js";
import { nameError } from "./name-error.js";

/** 400: the request is malformed. Throttling, which the service also answers with 400, is a `RateLimitError`. */
export class BadRequestError extends ApiError {
  declare readonly name: "BadRequestError";
  static {
    nameError(this, "BadRequestError", "Check the project ID and the ID of the endpoint service.");
  }
}
