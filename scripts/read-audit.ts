interface AuditReport {
  vulnerabilities?: Record<string, { severity: string; range: string }>;
}

/** Converts `npm audit --json` output to a message and an exit code (see audit.ts). */
export function readAudit(output: string): { exitCode: 0 | 1 | 2; text: string } {
  const { vulnerabilities } = parse(output);
  if (vulnerabilities === undefined)
    return {
      exitCode: 2,
      text: "The registry returned no advisories, so nothing was checked. Run the audit with access to the npm registry.",
    };
  const findings = Object.entries(vulnerabilities).map(
    ([name, { severity, range }]) => `${severity}: ${name} ${range}`,
  );
  return findings.length === 0
    ? { exitCode: 0, text: "No known vulnerabilities." }
    : { exitCode: 1, text: [...findings, "Run npm audit --omit=dev for details."].join("\n") };
}

function parse(output: string): AuditReport {
  try {
    return (JSON.parse(output) ?? {}) as AuditReport;
  } catch {
    return {};
  }
}
