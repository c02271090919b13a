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
