/** One place where a body breaks the contract. */
export interface Violation {
  /** JSON Pointer (RFC 6901) to the value, or to where it is missing: `/ports/0/client_port`. */
  readonly pointer: string;
  /** What the contract promises there, in a few words: `must be a string`. */
  readonly message: string;
}
