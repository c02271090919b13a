import type { FindingGroup, Report, ReportedStep } from "./report.js";

/** Colors text for a terminal. Returns the text unchanged if the output is not a terminal. */
export type Paint = (style: "green" | "red" | "yellow" | "dim", text: string) => string;

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number === 0 ? "no" : number.toLocaleString("en")} ${number === 1 ? one : many}`;

/** Replaces control characters, because the text can contain field names sent by the server. */
// eslint-disable-next-line no-control-regex -- control characters to replace
const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, "\uFFFD");

/** Prints the report as text. */
export function printTable(report: Report, paint: Paint): string {
  const { counts, steps, findings, notChecked } = report;
  const blocks = [
    printable(report.target),
    ...(steps.length === 0 ? [] : [overview(steps, paint)]),
    list(
      findings.filter(({ severity }) => severity === "violation"),
      paint("red", count(counts.violation, "violation")),
      report,
      paint,
    ),
    list(
      findings.filter(({ severity }) => severity === "drift"),
      `${paint("yellow", count(counts.drift, "drift finding"))}${report.strict ? "" : paint("dim", " (fails with --strict)")}`,
      report,
      paint,
    ),
    ...(report.unlisted === 0 ? [] : [`${count(report.unlisted, "more finding")} not listed.`]),
    notChecked.length === 0
      ? ""
      : [
          paint("yellow", "Not checked"),
          ...notChecked.map((reason) => `  ${printable(reason)}`),
        ].join("\n"),
    [conclusion(report, paint), ...evidence(report)].join("\n"),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function overview(steps: readonly ReportedStep[], paint: Paint): string {
  const name = Math.max(...steps.map(({ workflow }) => workflow.length));
  return steps
    .map(({ workflow, status, method, path, findings, notChecked }) => {
      const verdict =
        notChecked !== null
          ? paint("yellow", "?")
          : findings.some(({ severity }) => severity === "violation")
            ? paint("red", "✗")
            : findings.length > 0
              ? paint("yellow", "~")
              : paint("green", "✓");
      return `  ${verdict} ${workflow.padEnd(name)}  ${String(status ?? "—").padStart(3)}  ${paint("dim", printable(`${method} ${path}`))}`;
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
  const lines = groups.flatMap(({ pointer, message, rule, count: times, where, reproduce }) => {
    const more =
      times > where.length ? ` and ${(times - where.length).toLocaleString("en")} more` : "";
    const often =
      report.steps.length === 0 && times > 1 ? `${times.toLocaleString("en")} × · ` : "";
    return [
      `  ${printable(pointer === "" ? "/" : pointer)}  ${printable(message)}`,
      `    ${paint("dim", printable(`${often}${rule} · ${[...new Set(where)].join(", ")}${more}`))}`,
      ...(reproduce === null ? [] : [`    ${paint("dim", printable(reproduce))}`]),
    ];
  });
  return [title, ...lines].join("\n");
}

function conclusion(report: Report, paint: Paint): string {
  const { counts, responses, durationMs } = report;
  const seen = `${count(responses, "response")} in ${(durationMs / 1000).toFixed(1)} s, ${count(counts.violation, "violation")}, ${counts.drift === 0 ? "no drift" : count(counts.drift, "drift finding")}.`;
  if (report.verdict === "passed") return `${paint("green", "Passed")}: ${seen}`;
  if (report.verdict === "failed") return `${paint("red", "Failed")}: ${seen}`;
  return `${paint("yellow", "Inconclusive")}: ${seen}`;
}

/** Summarizes what was checked and what was skipped. */
function evidence({ checked, skipped, unreadable, unread, responses }: Report): string[] {
  const left = [
    [skipped.otherCalls, "other call"],
    [skipped.siblings, "call to a sibling operation", "calls to sibling operations"],
    [skipped.notModified, "304 without a body", "304s without a body"],
    [skipped.noResponse, "call without a response", "calls without a response"],
  ] as const;
  const skippedText = left
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => count(number, one, many));
  return [
    `Checked ${count(responses, "response")}: ${count(checked.status, "status", "statuses")}, ${count(checked.headers, "header set", "header sets")}, ${count(checked.body, "body", "bodies")}.`,
    ...(skippedText.length === 0 ? [] : [`Skipped: ${skippedText.join(", ")}.`]),
    ...Object.entries(unreadable).map(
      ([reason, times]) => `${count(times, "body", "bodies")} not read: ${printable(reason)}.`,
    ),
    ...(unread.length === 0 ? [] : [`Files not read: ${unread.map(printable).join(", ")}.`]),
  ];
}
