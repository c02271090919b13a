import type { Rule, Severity } from "../src/finding.js";

/** The requests that the workflows send, each with its own usual answer. */
export type Kind =
  "fetch-details" | "malformed-id" | "no-token" | "unknown-id" | "wrong-method" | "wrong-token";

/** One way to break the contract, or to drift from it. What is not named here stays as usual. */
export interface Deviation {
  says: string;
  /** The request that gets it; the details of a service by default. */
  on?: Kind;
  status?: number;
  /** Headers that change; undefined takes one away. */
  headers?: Record<string, string | undefined>;
  /** Changes the usual body in place. */
  edit?: (body: Body) => void;
  /** In place of the usual body. */
  body?: unknown;
  /** Bytes in place of JSON. */
  raw?: string | Buffer;
  wire?: "reset" | "truncate" | "stall";
  /** Every finding that there has to be, and no other. */
  found: readonly `${Severity} ${Rule} ${string}`[];
}

/** A JSON body that a deviation may do anything to. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a deviation knows no types
export type Body = any;
