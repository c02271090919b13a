import type { Rule } from "../policy/policy.js";
import { understood } from "../shape/facets.js";

/** The rule for a key that neither allows nor forbids anything. */
export function wordRule(key: string): Rule {
  if (key === "example" || key === "examples") return "example-changed";
  if (key.startsWith("x-")) return "extension-changed";
  return Object.hasOwn(understood, key) ? "keyword-without-effect" : "description-changed";
}
