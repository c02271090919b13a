/** One place where a body breaks the contract. */
export interface Violation {
  /** JSON Pointer (RFC 6901) to the value, or to where it is missing: `/ports/0/client_port`. */
  readonly pointer: string;
  /** What the contract promises there, in a few words: `must be a string`. */
  readonly message: string;
}

/** Something that the contract allows but does not list or expect: the service has moved on, or the contract is incomplete. */
export interface Drift {
  /** JSON Pointer (RFC 6901) to the value. */
  readonly pointer: string;
  /**
   * `value`: an undocumented value of an open enum; `field`: an undocumented field; `null`: a null, read as absent;
   * `expectation`: a difference from a rule between fields, such as `error` beside another status than `failed`.
   */
  readonly kind: "value" | "field" | "null" | "expectation";
  /** The value found there. */
  readonly value: unknown;
  /** The rule, in the contract's words; only of an `expectation`. */
  readonly message?: string;
}

/**
 * Checks a body against the contract; the one made from the contract is `validate` of `@vpcep/client/validate`.
 * Returns every violation, an empty list for a valid body, and reports what is new but allowed to `onDrift`.
 */
export type ValidateResponse = (
  body: unknown,
  onDrift?: (drift: Drift) => void,
) => readonly Violation[];
