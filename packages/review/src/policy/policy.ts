import { descriptionPolicy } from "./description-policy.js";
import { largest, type Level } from "./level.js";
import { operationPolicy } from "./operation-policy.js";
import type { PolicyRow } from "./policy-row.js";
import { schemaPolicy } from "./schema-policy.js";

/** One policy row for every kind of change that the review detects. */
export const policy = { ...operationPolicy, ...schemaPolicy, ...descriptionPolicy };

/** A policy row's name. */
export type Rule = keyof typeof policy;

/** Data direction from the client's point of view. */
export type Way = "request" | "response";

/** Returns a rule's policy row. */
export function rowOf(rule: Rule): PolicyRow {
  return policy[rule];
}

/** Returns a change's level: the higher of its API level and its generated-code level. */
export function levelOf(rule: Rule, way: Way): Level {
  const row = rowOf(rule);
  return largest([row[way] ?? row.request ?? row.response ?? "none", row.types ?? "none"]);
}

/** Explains a change's level for each direction in which the change occurs. */
export function reasonOf(rule: Rule, ways: ReadonlySet<Way>): string {
  const { because } = rowOf(rule);
  if (typeof because === "string") return because;
  return [...ways].map((way) => because[way]).join(" ");
}
