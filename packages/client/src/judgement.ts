/** A contract violation in a response body. */
export interface Violation {
  /** JSON Pointer (RFC 6901) to the invalid or missing value, such as `/ports/0/client_port`. */
  readonly pointer: string;
  /** The requirement, such as `must be a string`. */
  readonly message: string;
}

/** A valid but unexpected value. The service may have changed, or the contract may be incomplete. */
export interface Drift {
  /** JSON Pointer (RFC 6901) to the value. */
  readonly pointer: string;
  /**
   * `value`: an undocumented value of an open enum. `field`: an undocumented field. `null`: a null in an optional
   * field, which is treated as absent. `expectation`: contradictory fields, such as `error` when the status is not
   * `failed`.
   */
  readonly kind: "value" | "field" | "null" | "expectation";
  /** The unexpected value. */
  readonly value: unknown;
  /** The expectation in the contract that the response does not meet. Present only if `kind` is `expectation`. */
  readonly message?: string;
}

/**
 * A function that validates a response body, such as `validate` from `@vpcep/client/validate`. The function returns all
 * violations, and calls `onDrift` for each valid but unexpected value.
 */
export type ValidateResponse = (
  body: unknown,
  onDrift?: (drift: Drift) => void,
) => readonly Violation[];
