/** A linter finding in the contract. Line and column numbers start at 1. */
export interface ContractFinding {
  /** The file's path, relative to the repository root. */
  file: string;
  line: number;
  column: number;
  rule: string;
  tool: "Spectral" | "Redocly";
  reason: string;
  remedy: string;
}

const specification = "See https://spec.openapis.org/oas/v3.1.1.html";

/** Remedies for findings from public rules. Messages from our custom rules already include a remedy. */
const remedies: Readonly<Record<string, string>> = {
  parser: "Fix the YAML syntax.",
  "invalid-ref": "Correct the $ref, or create the file that it refers to.",
  "no-unresolved-refs":
    "Correct the $ref, create the file that it refers to, or fix the YAML in that file.",
  struct: `Use a structure that OpenAPI allows here. ${specification}.`,
  "oas3-schema": `Use a structure that OpenAPI allows here. ${specification}.`,
  "oas3-valid-media-example": "Correct the example. If the example is right, correct the schema.",
  "oas3-valid-schema-example": "Correct the example. If the example is right, correct the schema.",
  "no-invalid-media-type-examples":
    "Correct the example. If the example is right, correct the schema.",
};

const rulePages = {
  Spectral: (rule: string) =>
    rule.startsWith("owasp:")
      ? "https://github.com/stoplightio/spectral-owasp-ruleset"
      : "https://docs.stoplight.io/docs/spectral/4dec24461f3af-open-api-rules",
  Redocly: (rule: string) => `https://redocly.com/docs/cli/rules/oas/${rule}`,
} as const;

const settings = { Spectral: ".spectral.yaml", Redocly: "redocly.yaml" } as const;

/** Returns the remedy for a finding from a public rule. */
export function remedyFor(tool: ContractFinding["tool"], rule: string): string {
  return (
    remedies[rule] ??
    `Correct the contract (${rulePages[tool](rule)}). If the rule doesn't apply here, turn it off for this location in ${settings[tool]} and add the reason.`
  );
}

/** Structural rules. Structural problems usually cause additional findings from other rules. */
const structural: ReadonlySet<string> = new Set([
  "parser",
  "invalid-ref",
  "no-unresolved-refs",
  "struct",
  "oas3-schema",
]);

const mostShown = 25;

function print({ file, line, column, rule, tool, reason, remedy }: ContractFinding): string {
  return `${file}:${line}:${column}  ${rule} (${tool})\n  ${reason}\n  Remedy: ${remedy}\n`;
}

/**
 * Formats the findings as a report, sorted by location. If there are structural findings, the report
 * contains only those. The report lists identical findings only once.
 */
export function reportFindings(found: readonly ContractFinding[], target: string): string {
  const structure = found.filter(({ rule }) => structural.has(rule));
  const ordered = (structure.length > 0 ? structure : [...found]).sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  );
  const shown = [...new Set(ordered.map(print))].slice(0, mostShown);
  const total = new Set(found.map(print)).size;
  const rest = total - shown.length;
  return [
    ...shown,
    `${total} ${total === 1 ? "finding" : "findings"} in ${target}` +
      (rest === 0 ? "." : `, ${rest} not shown. Fix these first.`),
  ].join("\n");
}
