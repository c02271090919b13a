import { houseRules } from "@vpcep/ruleset";
import { format, resolveConfig } from "prettier";

/** Generates the README for packages/ruleset, with a section for each rule. */
export async function houseRulesPage(file: string): Promise<string> {
  const sections = Object.entries(houseRules).map(
    ([name, { claim, why, remedy, breaks }]) => `### ${name}

${claim}

- **Why:** ${why}
- **Finds:** ${breaks.map(({ says }) => says).join(" ")}
- **What to do:** ${remedy}
`,
  );
  const options = await resolveConfig(file);
  return format(`${introduction}\n${sections.join("\n")}`, { ...options, parser: "markdown" });
}

const introduction = `<!-- Generated from packages/ruleset/src. Don't edit. Run \`npm run generate\`. -->

# @vpcep/ruleset

Our own Spectral rules for the contract, in addition to \`spectral:oas\`, the OWASP ruleset, and Redocly's rules.
\`.spectral.yaml\` in the repository root enables all rules in this package and in the two public Spectral rulesets.

The rules are plain JavaScript with checked types (\`// @ts-check\`), so \`npx spectral lint openapi/openapi.yaml\` and
Spectral extensions for editors work after \`npm ci\`, without a build. \`npm run lint\` runs Spectral and Redocly and fails
on any finding. If a rule is wrong for a part of the contract, turn it off for that part in \`.spectral.yaml\` and add the
reason.

A rule is an object in \`src/rules\` with a claim, a reason, a remedy, examples of violations, and a function that checks
the contract. The tests apply each example to \`test/good-contract.yaml\`. To add a rule, write the object, add it to
\`src/index.js\`, and run \`npm run generate\`, which also generates this page.

## Rules
`;
