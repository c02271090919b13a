import type { Violation } from "../violation.js";
import { nameError } from "./name-error.js";
import { VpcepError } from "./vpcep-error.js";

/** The status says success, but the body is not what the contract promises. */
export class InvalidResponseError extends VpcepError {
  declare readonly name: "InvalidResponseError";
  declare readonly method: string;
  declare readonly url: string;
  declare readonly attempts: number;
  declare readonly delaysMs: readonly number[];
  /** HTTP status, 2xx. */
  declare readonly status: number;
  /** ID of the request, from the header `X-Request-Id`. */
  declare readonly requestId: string | undefined;
  /** The body as text, cut after 4096 characters; absent when it is empty. */
  declare readonly body: string | undefined;
  /** Where the body breaks the contract; absent when the body is no JSON object at all, or too long. */
  declare readonly violations?: readonly Violation[];
  static {
    nameError(
      this,
      "InvalidResponseError",
      "Check that the base URL leads to the service, or look for a newer version of this package.",
    );
  }
}
