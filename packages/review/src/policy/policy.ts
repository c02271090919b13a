import { descriptionPolicy } from "./description-policy.js";
import { largest, type Level } from "./level.js";
import { operationPolicy } from "./operation-policy.js";
import type { PolicyRow } from "./policy-row.js";
import { schemaPolicy } from "./schema-policy.js";

/** Every kind of change that the review knows. */
export const policy = { ...operationPolicy, ...schemaPolicy, ...descriptionPolicy };

/** The name of a row of the policy. */
export type Rule = keyof typeof policy;

/** Which way the data travels, seen from the callers of the API. */
export type Way = "request" | "response";

/** The row behind a rule. */
export function rowOf(rule: Rule): PolicyRow {
  return policy[rule];
}

/** What a change is worth: the larger of what it is worth on the wire and to generated code. */
export function levelOf(rule: Rule, way: Way): Level {
  const row = rowOf(rule);
  return largest([row[way] ?? row.request ?? row.response ?? "none", row.types ?? "none"]);
}

/** Why a change counts as it does, for the ways of the data on which it happens. */
export function reasonOf(rule: Rule, ways: ReadonlySet<Way>): string {
  const { because } = rowOf(rule);
  if (typeof because === "string") return because;
  return [...ways].map((way) => because[way]).join(" ");
}
