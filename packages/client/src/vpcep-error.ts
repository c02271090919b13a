/* eslint-disable @typescript-eslint/no-useless-constructor -- Constructors declare the required fields. */
/** The request that an error or event belongs to. */
export interface RequestInfo {
  /** HTTP method, such as `GET`. */
  readonly method: string;
  /** Request URL, without the query. */
  readonly url: string;
  /** Number of attempts so far, including the current one. */
  readonly attempts: number;
  /** Delays between attempts so far, in milliseconds. */
  readonly delaysMs: readonly number[];
}

/** Marks errors from this package, so that `instanceof` and `isVpcepError` work across copies of the package. */
export const brand: unique symbol = Symbol.for("@vpcep/client");

/** The details that an error can contain. Each error class requires some of these details. */
export interface ErrorDetails extends Partial<RequestInfo> {
  readonly retryable?: boolean | undefined;
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
}

/** The details that request-related errors require. */
export interface RequestErrorDetails extends RequestInfo {
  readonly retryable: boolean;
  readonly cause?: unknown;
}

/**
 * Base class for all errors in this package. The message is a single line that describes the problem, identifies the
 * request, and suggests what to do. Messages do not contain tokens, keys, or signatures.
 */
export abstract class VpcepError extends Error {
  /** The class name, which is safe to `switch` on even in minified code. */
  declare readonly name: string;
  /** The suggestion at the end of `message`. */
  declare readonly hint: string;
  /** HTTP method. Absent if there was no request. */
  declare readonly method?: string;
  /** Request URL, without the query. Absent if there was no request. */
  declare readonly url?: string;
  /** Number of attempts. Absent if there was no request. */
  declare readonly attempts?: number;
  /** Delays between attempts, in milliseconds. Absent if there was no request. */
  declare readonly delaysMs?: readonly number[];
  /**
   * Whether a later call can succeed. The client has already made its own retries, except when the error is part of a
   * `retry` event.
   */
  declare readonly retryable?: boolean;

  constructor(what: string, { cause, ...details }: ErrorDetails) {
    const { method, url, attempts, requestId } = details;
    const where = url
      ? ` (${method} ${url}, ${attempts ? `attempt ${attempts}` : "not sent"}${requestId ? `, request ID ${requestId}` : ""})`
      : "";
    super(
      `${(what + where).replace(/\.?$/, ".")} ${new.target.prototype.hint}`,
      cause === undefined ? undefined : { cause },
    );
    Object.assign(this, details);
  }

  /** Returns all fields for logging, including the cause's name, message, and code. */
  toJSON(): Record<string, unknown> {
    const { name, message, hint, cause } = this;
    const { name: kind, message: text, code } = Object(cause) as Error & { code?: unknown };
    const json: Record<string, unknown> = { name, message, hint, ...(this as object) };
    if (cause !== undefined)
      json["cause"] = cause instanceof Error ? { name: kind, message: text, code } : cause;
    return json;
  }

  /** Makes `instanceof` work across ES modules and CommonJS. */
  static override [Symbol.hasInstance](
    this: { readonly prototype: object },
    value: unknown,
  ): boolean {
    const { prototype } = this;
    if (!Object.prototype.hasOwnProperty.call(prototype, brand))
      return Object.prototype.isPrototypeOf.call(prototype, Object(value) as object);
    return isOfClass(value, (prototype as VpcepError).name);
  }
}

/** Checks whether a value is an instance of the named class or a subclass, from any copy of this package. */
export function isOfClass(value: unknown, name: string): boolean {
  const error = Object(value) as { readonly [brand]?: true; name?: string; errorCode?: unknown };
  return (
    error[brand] === true &&
    (name === "VpcepError" || error.name === name || (name === "ApiError" && "errorCode" in error))
  );
}

/** Base class for errors that relate to a request, even if the request was not sent. */
export abstract class RequestError extends VpcepError {
  declare readonly method: string;
  declare readonly url: string;
  declare readonly attempts: number;
  declare readonly delaysMs: readonly number[];
  declare readonly retryable: boolean;

  constructor(what: string, details: RequestErrorDetails) {
    super(what, details);
  }
}

/** Sets names and hints on the prototypes, because minifiers rename classes. */
export function nameErrors(
  classes: readonly (readonly [{ prototype: object }, name: string, hint: string])[],
): void {
  for (const [{ prototype }, name, hint] of classes) {
    for (const [key, value] of [
      ["name", name],
      ["hint", hint],
      [brand, true],
    ] as const)
      Object.defineProperty(prototype, key, { value, writable: true, configurable: true });
  }
}
