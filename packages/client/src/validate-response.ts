import type { Drift } from "./drift.js";
import type { Violation } from "./violation.js";

/**
 * Checks a body against the contract; the one made from the contract is `validate` of `@vpcep/client/validate`.
 * Returns every violation, an empty list for a valid body, and reports what is new but allowed to `onDrift`.
 */
export type ValidateResponse = (
  body: unknown,
  onDrift?: (drift: Drift) => void,
) => readonly Violation[];
