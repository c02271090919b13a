/** One place of the contract that a linter objects to. Lines and columns count from 1. */
export interface ContractFinding {
  /** Relative to the root of the repository. */
  file: string;
  line: number;
  column: number;
  rule: string;
  tool: "Spectral" | "Redocly";
  reason: string;
  remedy: string;
}

const specification = "compare with https://spec.openapis.org/oas/v3.1.1.html";

/** Next steps where the rule's own message gives none. House rules carry theirs in the message. */
const remedies: Readonly<Record<string, string>> = {
  parser: "Correct the YAML at this place.",
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
    `Correct the contract (${rulePages[tool](rule)}). Where the rule is wrong, turn it off for this place only, with the reason, in ${settings[tool]}.`
  );
}

/** While one of these has findings, those of other rules are mere consequences. */
const structural: ReadonlySet<string> = new Set([
  "parser",
  "invalid-ref",
  "no-unresolved-refs",
  "struct",
  "oas3-schema",
]);

/** More than this hides the first ones from the reader. */
const mostShown = 25;

function print({ file, line, column, rule, tool, reason, remedy }: ContractFinding): string {
  return `${file}:${line}:${column}  ${rule} (${tool})\n  ${reason}\n  Remedy: ${remedy}\n`;
}

/**
 * The findings as text, ordered by place, with their number. While the structure is broken only that is shown,
 * and what a tool says once per use of a component is said once.
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
      (rest === 0 ? "." : `; ${rest} more may disappear once these are fixed.`),
  ].join("\n");
}
