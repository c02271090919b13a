// Types for src/index.js, which is written in JavaScript so that Spectral can load the file without a build step.
import type { RulesetDefinition } from "@stoplight/spectral-core";

/** The rule properties that the documentation uses. */
export interface DocumentedRule {
  claim: string;
  why: string;
  remedy: string;
  breaks: readonly { finds: string; says: string }[];
}

/** Our custom rules, keyed by name. */
export const houseRules: Readonly<Record<string, DocumentedRule>>;

declare const ruleset: RulesetDefinition;
export default ruleset;
