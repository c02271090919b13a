import type { Rule, Severity } from "../src/finding.js";

/** The requests sent by the workflows. */
export type Kind =
  "fetch-details" | "malformed-id" | "no-token" | "unknown-id" | "wrong-method" | "wrong-token";

/** A change to one of the mock's responses, and the findings that `verify` must report. */
export interface Deviation {
  says: string;
  /** The request whose response deviates. Default: `fetch-details`. */
  on?: Kind;
  status?: number;
  /** Headers to change; undefined removes a header. */
  headers?: Record<string, string | undefined>;
  /** Modifies the normal body in place. */
  edit?: (body: Body) => void;
  /** A body that replaces the normal body. */
  body?: unknown;
  /** Text or bytes that replace the serialized normal body. */
  raw?: string | Buffer;
  wire?: "reset" | "truncate" | "stall";
  /** The expected findings. */
  found: readonly `${Severity} ${Rule} ${string}`[];
}

/** A JSON body. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- deviations intentionally violate the types
export type Body = any;
