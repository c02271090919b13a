/** Something that the contract does not list but allows: the service has moved on, or the contract is incomplete. */
export interface Drift {
  /** JSON Pointer (RFC 6901) to the value. */
  readonly pointer: string;
  /** `value`: an undocumented value of an open enum; `field`: an undocumented field; `null`: a null, read as absent. */
  readonly kind: "value" | "field" | "null";
  /** The value found there. */
  readonly value: unknown;
}
