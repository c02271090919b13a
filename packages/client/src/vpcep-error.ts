/* eslint-disable @typescript-eslint/no-useless-constructor -- It says what its error cannot be built without. */
/** What is known of one call while it runs; errors and events carry a copy. */
export interface RequestInfo {
  /** Method of the request, such as `GET`. */
  readonly method: string;
  /** URL of the request, without its query. It never holds a secret. */
  readonly url: string;
  /** How often the request has been sent so far, the current attempt included. */
  readonly attempts: number;
  /** Waits between the attempts so far, in milliseconds. */
  readonly delaysMs: readonly number[];
}

/** Marks the errors of every copy of this package, ESM and CommonJS, so that no check depends on class identity. */
export const brand: unique symbol = Symbol.for("@vpcep/client");

/** What an error may know beyond its text; each class says which parts it cannot be built without. */
export interface ErrorDetails extends Partial<RequestInfo> {
  readonly retryable?: boolean | undefined;
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
}

/** What an error about a request cannot be built without. */
export interface RequestErrorDetails extends RequestInfo {
  readonly retryable: boolean;
  readonly cause?: unknown;
}

/**
 * Base of every error that this package throws. Its message is one line: what happened, to which request, and what to
 * try next. A token, a key or a signature is never part of it.
 */
export abstract class VpcepError extends Error {
  /** Name of the class. Holds after minification and across copies of the package, so it is safe to `switch` on. */
  declare readonly name: string;
  /** What to try next: the last sentence of `message`. */
  declare readonly hint: string;
  /** Method of the request; absent when none was made. */
  declare readonly method?: string;
  /** URL of the request, without its query; absent when none was made. */
  declare readonly url?: string;
  /** How often the request was sent; absent when none was made. */
  declare readonly attempts?: number;
  /** Waits between the attempts, in milliseconds; absent when no request was made. */
  declare readonly delaysMs?: readonly number[];
  /** Whether sending the request again may help. The client did so until `maxAttempts` or the time ran out. */
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

  /** What a log should hold: every field, and of the cause its name, message and code. */
  toJSON(): Record<string, unknown> {
    const { name, message, hint, cause } = this;
    const { name: kind, message: text, code } = Object(cause) as Error & { code?: unknown };
    const json: Record<string, unknown> = { name, message, hint, ...(this as object) };
    if (cause !== undefined)
      json["cause"] = cause instanceof Error ? { name: kind, message: text, code } : cause;
    return json;
  }

  /** True for the errors of every copy of this package, so that `instanceof` works across ESM and CommonJS. */
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

/** Whether a value is an error of the named class of any copy of this package; `VpcepError` and `ApiError` are bases. */
export function isOfClass(value: unknown, name: string): boolean {
  const error = Object(value) as { readonly [brand]?: true; name?: string; errorCode?: unknown };
  return (
    error[brand] === true &&
    (name === "VpcepError" || error.name === name || (name === "ApiError" && "errorCode" in error))
  );
}

/** Base of the errors about one request: it was sent, or would have been. */
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

/** Gives error classes their names and hints. On the prototypes: a minifier renames classes, and logs need neither. */
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
