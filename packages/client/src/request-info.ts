/** What is known of one call while it runs; errors and events carry a copy. */
export interface RequestInfo {
  /** Method of the request, `GET`. */
  readonly method: string;
  /** URL of the request. It has no query and never holds a secret. */
  readonly url: string;
  /** How often the request has been sent so far, the current attempt included. */
  readonly attempts: number;
  /** Waits between the attempts so far, in milliseconds. */
  readonly delaysMs: readonly number[];
}
