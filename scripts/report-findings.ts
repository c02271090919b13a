import type { ContractFinding } from "./contract-finding.js";

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
      (rest === 0 ? "." : `; ${rest} more may go when these are mended.`),
  ].join("\n");
}
