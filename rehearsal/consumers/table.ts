import { type Row, subjects } from "./run-consumer.js";

/** Returns the results as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ title, results }) => [
    title,
    ...subjects.map((subject) => (results[subject] === "works" ? "yes" : "**no**")),
  ]);
  const all = [["environment", ...subjects.map((subject) => `\`${subject}\``)], ...cells];
  const widths =
    all[0]?.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length))) ?? [];
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [line(all[0] ?? []), rule, ...cells.map(line)].join("\n");
}
