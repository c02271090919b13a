// What TypeScript learns of src/index.js; the sources are JavaScript, so that Spectral loads them without a build.
import type { RulesetDefinition } from "@stoplight/spectral-core";

/** A house rule as its documentation needs it. */
export interface DocumentedRule {
  claim: string;
  why: string;
  remedy: string;
  breaks: readonly { finds: string; says: string }[];
}

/** The house rules by name. */
export const houseRules: Readonly<Record<string, DocumentedRule>>;

declare const ruleset: RulesetDefinition;
export default ruleset;
