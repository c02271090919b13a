import type { DocumentedOperation } from "./contract.js";

/**
 * A `violation` is a response that does not match the contract's schemas, or an unexpected workflow outcome. `drift` is
 * anything that is valid but not documented or expected.
 */
export type Severity = "violation" | "drift";

/** The severity of each rule. */
export const severities = {
  "unexpected-outcome": "violation",
  "undocumented-success": "violation",
  redirect: "violation",
  "undocumented-status": "drift",
  "missing-content-type": "violation",
  "wrong-content-type": "violation",
  "other-charset": "drift",
  "missing-request-id": "drift",
  "unusual-request-id": "drift",
  "wrong-header": "violation",
  "not-json": "violation",
  "not-utf8": "violation",
  "empty-body": "violation",
  "missing-field": "violation",
  "wrong-value": "violation",
  "unmet-expectation": "drift",
  "null-field": "drift",
  "undocumented-field": "drift",
  "undocumented-value": "drift",
  "undocumented-error-code": "drift",
  "repeated-key": "drift",
  "byte-order-mark": "drift",
  "other-id": "drift",
} as const satisfies Record<string, Severity>;

export type Rule = keyof typeof severities;

/** A deviation in a response. */
export interface Finding {
  rule: Rule;
  /** JSON Pointer into `{ status, headers, body }`. Header names are lowercase. */
  pointer: string;
  /** One-line description. */
  message: string;
}

/** A response, either live or recorded. Headers and bodies that were not recorded are undefined and are not checked. */
export interface ObservedResponse {
  /** The status code; undefined if there was no response. */
  status?: number;
  /** Header names are lowercase. */
  headers?: Readonly<Record<string, string>>;
  /** The decoded body. */
  body?: Uint8Array;
  /** The requested operation. Default: the operation that returns a single endpoint service. */
  operation?: DocumentedOperation;
  /** The ID of the requested endpoint service. */
  requestedId?: string;
}

/** Whether the status, the headers, and the body of a response were checked. */
export interface Checked {
  status: boolean;
  headers: boolean;
  body: boolean;
}

const longest = 60;

/** Formats a value as JSON, shortened for use in a message. */
export function showValue(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
