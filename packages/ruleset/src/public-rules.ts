import type { RulesetDefinition } from "@stoplight/spectral-core";
import owasp from "@stoplight/spectral-owasp-ruleset";
import { oas } from "@stoplight/spectral-rulesets";

import { judgePartsOnce, type PlainRuleset } from "./judge-parts-once.js";

// Their published types do not fit Spectral's own: "error" is any string there.
const rulesets: readonly unknown[] = [oas, owasp];

/** The public rulesets with every rule of them on: `spectral:oas` and OWASP. */
export default {
  extends: rulesets.map((ruleset): [RulesetDefinition, "all"] => [
    judgePartsOnce(ruleset as PlainRuleset),
    "all",
  ]),
} satisfies RulesetDefinition;
