import { ApiError } from "./api-error.js";
import { nameError } from "./name-error.js";

/** 403: the caller is known, but may not do this; the permission is `vpcep:epservices:get`. */
export class PermissionDeniedError extends ApiError {
  declare readonly name: "PermissionDeniedError";
  static {
    nameError(this, "PermissionDeniedError", "Ask for the permission vpcep:epservices:get.");
  }
}
