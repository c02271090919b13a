/** One answer of a server, live or recorded. What was not recorded is undefined and is not judged. */
export interface Answer {
  /** Undefined when there was no answer at all; `failure` then says why. */
  status?: number;
  failure?: string;
  /** Header names in lower case. */
  headers?: Readonly<Record<string, string>>;
  body?: Uint8Array;
  /** The endpoint service that was asked for. */
  requestedId?: string;
}
