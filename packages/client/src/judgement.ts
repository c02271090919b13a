/** A contract violation in a body. */
export interface Violation {
  /** JSON Pointer (RFC 6901) to the invalid or missing value, such as `/ports/0/client_port`. */
  readonly pointer: string;
  /** The requirement, such as `must be a string`. */
  readonly message: string;
}

/** A valid but unexpected value, because the service has changed or the contract is incomplete. */
export interface Drift {
  /** JSON Pointer (RFC 6901) to the value. */
  readonly pointer: string;
  /**
   * `value`: an undocumented value of an open enum. `field`: an undocumented field. `null`: a null value, which is
   * treated as absent. `expectation`: contradictory fields, such as an `error` although the status is not `failed`.
   */
  readonly kind: "value" | "field" | "null" | "expectation";
  /** The unexpected value. */
  readonly value: unknown;
  /** The rule from the contract. Set only for an `expectation`. */
  readonly message?: string;
}

/**
 * A function that validates a body, such as `validate` from `@vpcep/client/validate`. It returns all violations, and
 * calls `onDrift` for valid but undocumented content.
 */
export type ValidateResponse = (
  body: unknown,
  onDrift?: (drift: Drift) => void,
) => readonly Violation[];
