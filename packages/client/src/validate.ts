import type { ValidateResponse } from "./judgement.js";
import { validateVpcEndpointService } from "./validator.gen.js";

export type { Drift, ValidateResponse, Violation } from "./judgement.js";
/**
 * Whether a value, say one from a cache, is a body that keeps the contract. The same judgement as that of `validate`
 * (a `null` in an optional field counts as absent), but it stops at the first violation and names none.
 */
export { isVpcEndpointService } from "./validator.gen.js";

/**
 * Checks the body of a 200 answer against the contract. Give it to `createClient` as `validate`, or call it yourself:
 * it returns every violation with its JSON Pointer, an empty list for a valid body, and throws nothing.
 *
 * Undocumented fields and values of open enums are no violations but go to `onDrift`; so does `null` in an optional
 * field, which counts as absent, and, for a valid body, a difference from a rule between fields. `format` is not checked, as in JSON Schema 2020-12. Compiled ahead of time: generates
 * no code at run time, so it works under a Content-Security-Policy without `unsafe-eval`.
 */
export const validate: ValidateResponse = validateVpcEndpointService;
