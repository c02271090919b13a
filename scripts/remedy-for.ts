import type { ContractFinding } from "./contract-finding.js";

const specification = "compare with https://spec.openapis.org/oas/v3.1.1.html";

/** Next steps where the rule's own message gives none. House rules carry theirs in the message. */
const remedies: Readonly<Record<string, string>> = {
  parser: "Mend the YAML at this place.",
  "invalid-ref": "Correct the $ref, or create the file that it names.",
  "no-unresolved-refs":
    "Correct the $ref or the YAML of the file that it names, or create that file.",
  struct: `Write what OpenAPI allows here: ${specification}.`,
  "oas3-schema": `Write what OpenAPI allows here: ${specification}.`,
  "oas3-valid-media-example": "Correct the example; if it is a fact, correct the schema.",
  "oas3-valid-schema-example": "Correct the example; if it is a fact, correct the schema.",
  "no-invalid-media-type-examples":
    "Correct the example; if it is a fact, document it in the schema.",
};

const rulePages = {
  Spectral: (rule: string) =>
    rule.startsWith("owasp:")
      ? "https://github.com/stoplightio/spectral-owasp-ruleset"
      : "https://docs.stoplight.io/docs/spectral/4dec24461f3af-open-api-rules",
  Redocly: (rule: string) => `https://redocly.com/docs/cli/rules/oas/${rule}`,
} as const;

const settings = { Spectral: ".spectral.yaml", Redocly: "redocly.yaml" } as const;

/** What to do about a finding of a rule that is not ours. */
export function remedyFor(tool: ContractFinding["tool"], rule: string): string {
  return (
    remedies[rule] ??
    `Mend the contract (${rulePages[tool](rule)}). Where the rule is wrong, switch it off for this place only, with the reason, in ${settings[tool]}.`
  );
}
