import { ApiError } from "./api-error.js";
import { nameError } from "./name-error.js";

/** 404: there is no such endpoint service in this project. After a deletion this is the expected answer. */
export class NotFoundError extends ApiError {
  declare readonly name: "NotFoundError";
  static {
    nameError(
      this,
      "NotFoundError",
      "Check both IDs and the region; after a deletion this answer is expected.",
    );
  }
}
