import type { FindingGroup } from "./create-tally.js";
import type { Report, ReportedStep } from "./report.js";

/** Marks a text as good, bad, doubtful or secondary; plain when the output is no terminal. */
export type Paint = (style: "green" | "red" | "yellow" | "dim", text: string) => string;

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number === 0 ? "no" : number.toLocaleString("en")} ${number === 1 || number === 0 ? one : many}`;

/** Names of fields come from the server and may hold anything. */
// eslint-disable-next-line no-control-regex -- the point of this line
const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, "\uFFFD");

/** The report for people. */
export function printTable(report: Report, paint: Paint): string {
  const { counts, steps, findings } = report;
  const blocks = [
    report.target,
    ...(steps.length === 0 ? [] : [overview(steps, paint)]),
    list(
      findings.filter(({ severity }) => severity === "violation"),
      paint("red", count(counts.violation, "violation")),
      report,
      paint,
    ),
    list(
      findings.filter(({ severity }) => severity === "drift"),
      `${paint("yellow", count(counts.drift, "drift", "drifts"))}${report.strict ? "" : paint("dim", ", which --strict would let fail")}`,
      report,
      paint,
    ),
    ...(report.unlisted === 0 ? [] : [`${count(report.unlisted, "more finding")} of other kinds.`]),
    conclusion(report, paint),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function overview(steps: readonly ReportedStep[], paint: Paint): string {
  const name = Math.max(...steps.map(({ workflow }) => workflow.length));
  return steps
    .map(({ workflow, status, summary, counts }) => {
      const verdict =
        counts.violation > 0
          ? paint("red", "✗")
          : counts.drift > 0
            ? paint("yellow", "~")
            : paint("green", "✓");
      return `  ${verdict} ${workflow.padEnd(name)}  ${String(status ?? "—").padStart(3)}  ${paint("dim", summary)}`;
    })
    .join("\n");
}

function list(
  groups: readonly FindingGroup[],
  title: string,
  report: Report,
  paint: Paint,
): string {
  if (groups.length === 0) return "";
  const lines = groups.flatMap(({ pointer, message, rule, count: times, where }) => {
    const more =
      times > where.length ? ` and ${(times - where.length).toLocaleString("en")} more` : "";
    const often =
      report.steps.length === 0 && times > 1 ? `${times.toLocaleString("en")} × · ` : "";
    return [
      `  ${printable(pointer === "" ? "/" : pointer)}  ${printable(message)}`,
      `    ${paint("dim", printable(`${often}${rule} · ${[...new Set(where)].join(", ")}${more}`))}`,
    ];
  });
  return [title, ...lines].join("\n");
}

function conclusion(report: Report, paint: Paint): string {
  const { counts, answers, skipped, durationMs } = report;
  const seen = `${count(answers, "answer")} in ${(durationMs / 1000).toFixed(1)} s`;
  const passed = skipped === 0 ? "" : ` ${count(skipped, "other item")} passed over.`;
  return report.verdict === "kept"
    ? `${paint("green", "The contract is kept")}: ${seen}, ${count(counts.violation, "violation")}, ${count(counts.drift, "drift")}.${passed}`
    : `${paint("red", "The contract is broken")}: ${seen}, ${count(counts.violation, "violation")}, ${count(counts.drift, "drift")}.${passed}`;
}
