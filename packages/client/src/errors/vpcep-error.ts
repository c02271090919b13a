import type { RequestInfo } from "../request-info.js";

/** What an error knows beyond its text; each class says which parts are always there. */
export type ErrorDetails = Partial<RequestInfo> & {
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
  readonly [detail: string]: unknown;
};

/**
 * Base of every error that this package throws. Its message says what happened, to which request, and what to try
 * next. A token, a key or a signature is never part of it.
 */
export abstract class VpcepError extends Error {
  /** Name of the class. Holds after minification and across package copies, so it is safe to `switch` on. */
  declare readonly name: string;
  /** What to try next: the last sentence of `message`. */
  declare readonly hint: string;
  /** Method of the request; absent when none was made. */
  declare readonly method?: string;
  /** URL of the request; absent when none was made. */
  declare readonly url?: string;
  /** How often the request was sent; absent when none was made. */
  declare readonly attempts?: number;
  /** Waits between the attempts, in milliseconds; absent when no request was made. */
  declare readonly delaysMs?: readonly number[];
  /** Whether sending the request again may help; the client did so until `maxAttempts` was reached. */
  declare readonly retryable?: boolean;

  constructor(what: string, details: ErrorDetails = {}) {
    const { method, url, attempts, requestId } = details;
    const where = url
      ? ` (${method} ${url}, attempt ${attempts}${requestId ? `, request ID ${requestId}` : ""})`
      : "";
    super(
      `${(what + where).replace(/\.?$/, ".")} ${new.target.prototype.hint}`,
      details as ErrorOptions,
    );
    Object.assign(this, details);
  }
}
