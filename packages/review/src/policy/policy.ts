import { descriptionPolicy } from "./description-policy.js";
import { largest, type Level } from "./level.js";
import { operationPolicy } from "./operation-policy.js";
import type { PolicyRow } from "./policy-row.js";
import { schemaPolicy } from "./schema-policy.js";

/** Every kind of change that the review detects. */
export const policy = { ...operationPolicy, ...schemaPolicy, ...descriptionPolicy };

/** The name of a policy row. */
export type Rule = keyof typeof policy;

/** Direction of the data from the client's point of view. */
export type Way = "request" | "response";

/** The policy row of a rule. */
export function rowOf(rule: Rule): PolicyRow {
  return policy[rule];
}

/** The level of a change: the larger of its levels for the API and for generated code. */
export function levelOf(rule: Rule, way: Way): Level {
  const row = rowOf(rule);
  return largest([row[way] ?? row.request ?? row.response ?? "none", row.types ?? "none"]);
}

/** The reason for the level of a change, in each direction in which it occurs. */
export function reasonOf(rule: Rule, ways: ReadonlySet<Way>): string {
  const { because } = rowOf(rule);
  if (typeof because === "string") return because;
  return [...ways].map((way) => because[way]).join(" ");
}
