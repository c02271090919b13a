import type { FindingGroup } from "./create-tally.js";
import type { Report } from "./report.js";

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
};

/** Text that XML 1.0 can hold: servers may send characters that it cannot. */
function escape(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- exactly what XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\uFFFD")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\uFFFD")
      .replace(/[&<>"\n]/g, (character) => entities[character] ?? character)
  );
}

/**
 * The report for CI systems, as JUnit XML: a test case for each request of a live run, or one for each kind of finding
 * of a recording. Violations are failures; drift is said in `system-out`, or fails too when strict.
 */
export function printJunit(report: Report): string {
  const fails = (group: FindingGroup): boolean => report.strict || group.severity === "violation";
  const cases =
    report.steps.length > 0
      ? report.steps.map(({ workflow }) => ({
          name: workflow,
          groups: report.findings.filter(({ where }) => where.includes(workflow)),
        }))
      : [
          ...report.findings.map((group) => ({
            name: `${group.rule} ${group.pointer}`,
            groups: [group],
          })),
          ...(report.findings.length === 0 ? [{ name: "every answer", groups: [] }] : []),
        ];
  const failures = cases.filter(({ groups }) => groups.some(fails)).length;
  const body = cases.map(({ name, groups }) => {
    const open = `    <testcase classname="verify" name="${escape(name)}"`;
    if (groups.length === 0) return `${open}/>`;
    const text = (group: FindingGroup): string =>
      escape(
        `${group.severity} ${group.rule} ${group.pointer}: ${group.message} (${group.count} ×: ${group.where.join(", ")})`,
      );
    const failed = groups.filter(fails);
    const said = groups.filter((group) => !fails(group));
    return [
      `${open}>`,
      ...failed.map((group) => `      <failure type="${group.rule}" message="${text(group)}"/>`),
      ...(said.length === 0
        ? []
        : [`      <system-out>${said.map(text).join("&#10;")}</system-out>`]),
      "    </testcase>",
    ].join("\n");
  });
  const numbers = `tests="${cases.length}" failures="${failures}" errors="0" time="${(report.durationMs / 1000).toFixed(3)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${numbers}>`,
    `  <testsuite name="${escape(report.target)}" ${numbers}>`,
    ...body,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}
