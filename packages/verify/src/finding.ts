import type { DocumentedOperation } from "./contract.js";

/**
 * How bad a finding is. A `violation` is what the contract's schemas forbid, or a step of a workflow that ended
 * otherwise than it must. `drift` keeps the contract, but says something that it does not document or expect.
 */
export type Severity = "violation" | "drift";

/** The rules, each with its rating. The table is the policy; nothing else decides what fails. */
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

/** One deviation of one answer. */
export interface Finding {
  rule: Rule;
  /** JSON Pointer into `{ status, headers, body }`; header names are in lower case. */
  pointer: string;
  /** What is there and what the contract says, in one line. */
  message: string;
}

/** One answer of a server, live or recorded. What was not recorded is undefined and is not judged. */
export interface Answer {
  /** Undefined when there was no answer at all. */
  status?: number;
  /** Header names in lower case. */
  headers?: Readonly<Record<string, string>>;
  /** Without content codings. */
  body?: Uint8Array;
  /** What was asked for. Default: the details of an endpoint service. */
  operation?: DocumentedOperation;
  /** The endpoint service that was asked for. */
  requestedId?: string;
}

/** Which parts of an answer were there to judge. */
export interface Judged {
  status: boolean;
  headers: boolean;
  body: boolean;
}

const longest = 60;

/** A value as it appears in a message: JSON, cut when it is long. */
export function showValue(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
