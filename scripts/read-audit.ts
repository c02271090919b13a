interface AuditReport {
  vulnerabilities?: Record<string, { severity: string; range: string }>;
}

/** What `npm audit --json` says, and the exit code that fits: 0 clean, 1 findings, 2 nothing was checked. */
export function readAudit(output: string): { exitCode: 0 | 1 | 2; text: string } {
  const { vulnerabilities } = parse(output);
  if (vulnerabilities === undefined)
    return { exitCode: 2, text: "npm audit got no answer from the registry: nothing was checked." };
  const findings = Object.entries(vulnerabilities).map(
    ([name, { severity, range }]) => `${severity}: ${name} ${range}`,
  );
  return findings.length === 0
    ? { exitCode: 0, text: "npm audit knows no weakness in what is published." }
    : { exitCode: 1, text: [...findings, "Run npm audit --omit=dev for the ways out."].join("\n") };
}

function parse(output: string): AuditReport {
  try {
    return (JSON.parse(output) ?? {}) as AuditReport;
  } catch {
    return {};
  }
}
