import { expect, test } from "@jest/globals";

import { remedyFor, reportFindings, type ContractFinding } from "../lint/findings.js";

const finding: ContractFinding = {
  file: "openapi/openapi.yaml",
  line: 7,
  column: 3,
  rule: "vpcep-leaf-described",
  tool: "Spectral",
  reason: 'The property "id" has no description.',
  remedy: "Describe it.",
};

test("prints a finding's location, rule, reason, and remedy", () => {
  expect(reportFindings([finding], "openapi/openapi.yaml")).toBe(
    "openapi/openapi.yaml:7:3  vpcep-leaf-described (Spectral)\n" +
      '  The property "id" has no description.\n' +
      "  Remedy: Describe it.\n\n" +
      "1 finding in openapi/openapi.yaml.",
  );
});

test("sorts findings by location and prints identical findings only once", () => {
  const later = { ...finding, line: 12 };
  const report = reportFindings([later, finding, later], "the contract");
  expect(report.match(/openapi\.yaml:\d+/g)).toEqual(["openapi.yaml:7", "openapi.yaml:12"]);
  expect(report).toMatch(/2 findings in the contract\.$/);
});

test("lists only structural findings if the contract has any", () => {
  const broken = { ...finding, rule: "no-unresolved-refs", line: 40 };
  const report = reportFindings([finding, broken], "the contract");
  expect(report).not.toContain("vpcep-leaf-described");
  expect(report).toMatch(/2 findings in the contract, 1 not shown\. Fix these first\.$/);
});

test("shortens a long list", () => {
  const many = Array.from({ length: 40 }, (_, index) => ({ ...finding, line: index + 1 }));
  const report = reportFindings(many, "the contract");
  expect(report.match(/Remedy:/g)).toHaveLength(25);
  expect(report).toContain("40 findings in the contract, 15 not shown");
});

test("prints the documentation URL and the name of the configuration file for a rule without a remedy", () => {
  expect(remedyFor("Redocly", "tag-description")).toMatch(
    /rules\/oas\/tag-description.*redocly\.yaml/,
  );
  expect(remedyFor("Spectral", "owasp:api4:2023-rate-limit")).toMatch(
    /owasp-ruleset.*\.spectral\.yaml/,
  );
});
