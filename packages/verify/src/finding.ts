/**
 * How bad a finding is. A `violation` breaks the contract. `drift` keeps it, but says something that the contract
 * does not document: the service has moved on, or the documentation has gaps.
 */
export type Severity = "violation" | "drift";

/** The rules, each with its rating. The table is the policy; nothing else decides what fails. */
export const severities = {
  "no-answer": "violation",
  "broken-body": "violation",
  "unexpected-outcome": "violation",
  "undocumented-success": "violation",
  redirect: "violation",
  "undocumented-status": "drift",
  "missing-content-type": "violation",
  "wrong-content-type": "violation",
  "wrong-charset": "violation",
  "missing-request-id": "drift",
  "unusual-request-id": "drift",
  "wrong-header": "violation",
  "not-json": "violation",
  "not-utf8": "violation",
  "empty-body": "violation",
  "error-in-success": "violation",
  "missing-field": "violation",
  "wrong-type": "violation",
  "wrong-value": "violation",
  "null-field": "drift",
  "undocumented-field": "drift",
  "undocumented-value": "drift",
  "undocumented-error-code": "drift",
  "unmet-expectation": "drift",
  "other-id": "drift",
} as const satisfies Record<string, Severity>;

export type Rule = keyof typeof severities;

/** One deviation of one answer. */
export interface Finding {
  rule: Rule;
  /** JSON pointer into `{ status, headers, body }`; header names are in lower case. */
  pointer: string;
  /** What is there and what the contract says, in one line. */
  message: string;
}
