import type { FindingGroup, Report, ReportedStep } from "./report.js";

/** Marks a text as good, bad, doubtful or secondary; plain when the output is no terminal. */
export type Paint = (style: "green" | "red" | "yellow" | "dim", text: string) => string;

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number === 0 ? "no" : number.toLocaleString("en")} ${number === 1 || number === 0 ? one : many}`;

/** Names of fields come from the server and may hold anything. */
// eslint-disable-next-line no-control-regex -- the point of this line
const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, "\uFFFD");

/** The report for people. */
export function printTable(report: Report, paint: Paint): string {
  const { counts, steps, findings, undecided } = report;
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
      `${paint("yellow", count(counts.drift, "drift", "drifts"))}${report.strict ? "" : paint("dim", " (fails with --strict)")}`,
      report,
      paint,
    ),
    ...(report.unlisted === 0 ? [] : [`${count(report.unlisted, "more finding")} of other kinds.`]),
    undecided.length === 0
      ? ""
      : [
          paint("yellow", "Could not judge"),
          ...undecided.map((reason) => `  ${printable(reason)}`),
        ].join("\n"),
    [conclusion(report, paint), ...evidence(report)].join("\n"),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function overview(steps: readonly ReportedStep[], paint: Paint): string {
  const name = Math.max(...steps.map(({ workflow }) => workflow.length));
  return steps
    .map(({ workflow, status, method, path, findings, notJudged }) => {
      const verdict =
        notJudged !== null
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
  const { counts, answers, durationMs } = report;
  const seen = `${count(answers, "answer")} in ${(durationMs / 1000).toFixed(1)} s, ${count(counts.violation, "violation")}, ${count(counts.drift, "drift", "drifts")}.`;
  if (report.verdict === "kept") return `${paint("green", "The contract is kept")}: ${seen}`;
  if (report.verdict === "broken") return `${paint("red", "The contract is broken")}: ${seen}`;
  return `${paint("yellow", "No verdict")}: ${seen}`;
}

/** What the verdict rests on, and what was left out. */
function evidence({ judged, skipped, unreadable, unread, answers }: Report): string[] {
  const left = [
    [skipped.otherCalls, "other call"],
    [skipped.siblings, "call of a sibling operation", "calls of sibling operations"],
    [skipped.notModified, "304 without a body", "304s without a body"],
    [skipped.noAnswer, "call without an answer", "calls without an answer"],
  ] as const;
  const skippedText = left
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => count(number, one, many));
  return [
    `Judged: the status of ${judged.status.toLocaleString("en")}, the headers of ${judged.headers.toLocaleString("en")} and the body of ${judged.body.toLocaleString("en")} of ${count(answers, "answer")}.`,
    ...(skippedText.length === 0 ? [] : [`Skipped: ${skippedText.join(", ")}.`]),
    ...Object.entries(unreadable).map(
      ([reason, times]) => `Body not read ${times.toLocaleString("en")} ×: ${printable(reason)}.`,
    ),
    ...(unread.length === 0 ? [] : [`Files not read: ${unread.map(printable).join(", ")}.`]),
  ];
}
