import type { ValidateResponse } from "./judgement.js";
import { validateVpcEndpointService } from "./validator.gen.js";

export type { Drift, ValidateResponse, Violation } from "./judgement.js";
/**
 * Checks whether a value, for example from a cache, is a valid body. Applies the same rules as `validate`, but stops at
 * the first violation.
 */
export { isVpcEndpointService } from "./validator.gen.js";

/**
 * Validates the body of a 200 response. Pass it to `createClient`, or call it yourself. It returns all violations, or an
 * empty array for a valid body.
 *
 * Undocumented fields and values are valid, and so is `null` in an optional field. The validator calls `onDrift` for
 * such content, and for contradictory fields. It does not check `format`. It does not generate code at run time, so it
 * works with a Content-Security-Policy without `unsafe-eval`.
 */
export const validate: ValidateResponse = validateVpcEndpointService;
