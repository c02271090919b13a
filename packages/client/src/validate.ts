import type { ValidateResponse } from "./judgement.js";
import { validateVpcEndpointService } from "./validator.gen.js";

export type { Drift, ValidateResponse, Violation } from "./judgement.js";
/**
 * Checks whether a value, such as a cached body, is a valid response body. Applies the same rules as `validate`, but
 * stops at the first violation.
 */
export { isVpcEndpointService } from "./validator.gen.js";

/**
 * Validates the body of a 200 response. Pass this function to `createClient`, or call it yourself. Returns all
 * violations, or an empty array for a valid body.
 *
 * Undocumented fields, undocumented values, and `null` in optional fields are valid. The validator calls `onDrift` for
 * undocumented fields and values, `null` in optional fields, and contradictory fields. The validator does not check
 * formats such as `uuid`. The validator does not generate code at run time, so it works with a Content-Security-Policy
 * without `unsafe-eval`.
 */
export const validate: ValidateResponse = validateVpcEndpointService;
