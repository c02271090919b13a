import { VpcepError } from "./vpcep-error.js";
import { nameError } from "./name-error.js";

/** An option or an argument cannot be used. Nothing was sent with it. */
export class InvalidArgumentError extends VpcepError {
  declare readonly name: "InvalidArgumentError";
  static {
    nameError(this, "InvalidArgumentError", "Correct it and call again.");
  }
}
