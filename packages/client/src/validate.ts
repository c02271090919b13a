import type { ValidateResponse } from "./judgement.js";
import { validateVpcEndpointService } from "./validator.gen.js";

export type { Drift, ValidateResponse, Violation } from "./judgement.js";
/**
 * Whether a value is a valid body, for example one from a cache. It applies the rules of `validate`, but stops at the
 * first violation.
 */
export { isVpcEndpointService } from "./validator.gen.js";

/**
 * Validates the body of a 200 response. Pass it to `createClient`, or call it yourself. It returns all violations, and an
 * empty list for a valid body.
 *
 * Undocumented fields and values are valid, and so is `null` in an optional field; `onDrift` reports them, along with
 * fields that contradict each other. `format` is not checked. The validator generates no code at run time, so it works
 * under a Content-Security-Policy without `unsafe-eval`.
 */
export const validate: ValidateResponse = validateVpcEndpointService;
