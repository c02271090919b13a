import type { FindingGroup, Report, ReportedStep } from "./report.js";

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
};

/** Escapes text for XML 1.0 and replaces characters that XML does not allow. */
function escape(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- not allowed in XML
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\uFFFD")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\uFFFD")
      .replace(/[&<>"\n]/g, (character) => entities[character] ?? character)
  );
}

/** A test case. If the result is inconclusive, `error` contains the reason; otherwise, it is null. */
interface TestCase {
  name: string;
  failures: { type: string; text: string }[];
  notes: string[];
  error: string | null;
}

/**
 * Prints the report as JUnit XML for CI systems. For a live run, each step is a test case; for a recording, each group
 * of findings is a test case. Violations are reported as failures. With `--strict`, drift is also reported as a
 * failure; otherwise, drift appears in `system-out`. A step that could not be checked is reported as an error.
 */
export function printJunit(report: Report): string {
  const cases =
    report.steps.length > 0
      ? report.steps.map((step) => caseOfStep(step, report.strict))
      : casesOfRecording(report);
  const failures = cases.filter((one) => one.failures.length > 0).length;
  const errors = cases.filter(({ error }) => error !== null).length;
  const numbers = `tests="${cases.length}" failures="${failures}" errors="${errors}" time="${(report.durationMs / 1000).toFixed(3)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${numbers}>`,
    `  <testsuite name="${escape(report.target)}" ${numbers}>`,
    ...cases.map(printCase),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function caseOfStep(step: ReportedStep, strict: boolean): TestCase {
  const lines = step.findings.map(({ severity, rule, pointer, message }) => ({
    fails: strict || severity === "violation",
    type: rule,
    text: `${severity} ${rule} ${pointer}: ${message}`,
  }));
  const failing = lines.filter(({ fails }) => fails);
  return {
    name: step.workflow,
    failures: failing.map(({ type, text }) => ({ type, text: `${text}\n${step.reproduce}` })),
    notes: lines.filter(({ fails }) => !fails).map(({ text }) => text),
    error: step.notChecked,
  };
}

function casesOfRecording(report: Report): TestCase[] {
  const textOf = ({
    severity,
    rule,
    pointer,
    message,
    count,
    where,
    reproduce,
  }: FindingGroup): string =>
    `${severity} ${rule} ${pointer}: ${message} (${count} ×: ${where.join(", ")})${reproduce === null ? "" : `\n${reproduce}`}`;
  const kinds = report.findings.map((group): TestCase => {
    const fails = report.strict || group.severity === "violation";
    return {
      name: `${group.rule} ${group.pointer}`,
      failures: fails ? [{ type: group.rule, text: textOf(group) }] : [],
      notes: fails ? [] : [textOf(group)],
      error: null,
    };
  });
  const { checked, notChecked } = report;
  const all: TestCase = {
    name: "all responses",
    failures: [],
    notes: [
      `Checked: ${checked.status} statuses, ${checked.headers} header sets, ${checked.body} bodies.`,
    ],
    error: notChecked.length === 0 ? null : notChecked.join("; "),
  };
  return [...kinds, ...(kinds.length === 0 || notChecked.length > 0 ? [all] : [])];
}

function printCase({ name, failures, notes, error }: TestCase): string {
  const open = `    <testcase classname="verify" name="${escape(name)}"`;
  if (failures.length === 0 && notes.length === 0 && error === null) return `${open}/>`;
  // Most tools show only the first failure in a test case, so a single element contains all failures.
  const [first] = failures;
  const failure =
    first === undefined
      ? []
      : [
          `      <failure type="${escape(first.type)}" message="${escape(first.text.split("\n")[0] ?? "")}${failures.length > 1 ? ` (and ${failures.length - 1} more)` : ""}">${escape(failures.map(({ text }) => text).join("\n"))}</failure>`,
        ];
  return [
    `${open}>`,
    ...failure,
    ...(error === null ? [] : [`      <error type="not-checked" message="${escape(error)}"/>`]),
    ...(notes.length === 0 ? [] : [`      <system-out>${escape(notes.join("\n"))}</system-out>`]),
    "    </testcase>",
  ].join("\n");
}
