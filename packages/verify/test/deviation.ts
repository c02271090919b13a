import type { Rule, Severity } from "../src/finding.js";

/** The requests of the workflows. */
export type Kind =
  "fetch-details" | "malformed-id" | "no-token" | "unknown-id" | "wrong-method" | "wrong-token";

/** One way to break the contract, or to drift from it. Everything else stays the same. */
export interface Deviation {
  says: string;
  /** The request whose response deviates. Default: `fetch-details`. */
  on?: Kind;
  status?: number;
  /** Changed headers; undefined removes one. */
  headers?: Record<string, string | undefined>;
  /** Changes the normal body in place. */
  edit?: (body: Body) => void;
  /** Replaces the normal body. */
  body?: unknown;
  /** Replaces the normal body with these bytes. */
  raw?: string | Buffer;
  wire?: "reset" | "truncate" | "stall";
  /** The expected findings. */
  found: readonly `${Severity} ${Rule} ${string}`[];
}

/** A JSON body. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- deviations break the types on purpose
export type Body = any;
