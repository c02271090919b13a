import { houseRules } from "@vpcep/ruleset";
import { format, resolveConfig } from "prettier";

/** The README of the house rules: a section for each, from the rules themselves. */
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

const introduction = `<!-- Generated from packages/ruleset/src. Never edit: run \`npm run generate\`. -->

# @vpcep/ruleset

The house rules of the contract, for Spectral: what neither \`spectral:oas\` nor the OWASP ruleset nor Redocly states. The
root's \`.spectral.yaml\` extends them beside the two public rulesets, of which every rule is on.

The rules are plain JavaScript with checked types (\`// @ts-check\`), so \`npx spectral lint openapi/openapi.yaml\` and the
Spectral extensions of editors work after \`npm ci\`, without a build. \`npm run lint\` runs Spectral and Redocly side by side
and fails on any finding; where a rule is wrong, it is switched off for that place only, with the reason, in
\`.spectral.yaml\`.

A rule is an object in \`src/rules\`: what it claims, why, what to do, what it finds, and the function that finds it. The
tests break \`test/good-contract.yaml\` in each of the listed ways, and this page is generated from the same objects. To add
a rule, write the object, name it in \`src/index.js\`, and run \`npm run generate\`.

## Rules
`;
