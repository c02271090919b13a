import { VpcepError } from "./vpcep-error.js";
import { nameError } from "./name-error.js";

/** A time limit has passed: of one attempt, of a call, or of waiting. */
export class TimeoutError extends VpcepError {
  declare readonly name: "TimeoutError";
  static {
    nameError(this, "TimeoutError", "Try again later, or allow more time with timeoutMs.");
  }
}
