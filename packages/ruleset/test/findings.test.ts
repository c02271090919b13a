import { expect, test } from "@jest/globals";

import { remedyFor, reportFindings, type ContractFinding } from "../lint/findings.js";

const finding: ContractFinding = {
  file: "openapi/openapi.yaml",
  line: 7,
  column: 3,
  rule: "vpcep-leaf-described",
  tool: "Spectral",
  reason: 'The property "id" has no description.',
  remedy: "Say what it is.",
};

test("a finding is told with its place, rule, reason and remedy", () => {
  expect(reportFindings([finding], "openapi/openapi.yaml")).toBe(
    "openapi/openapi.yaml:7:3  vpcep-leaf-described (Spectral)\n" +
      '  The property "id" has no description.\n' +
      "  Remedy: Say what it is.\n\n" +
      "1 finding in openapi/openapi.yaml.",
  );
});

test("findings are in the order of their places, and the same one is told once", () => {
  const later = { ...finding, line: 12 };
  const report = reportFindings([later, finding, later], "the contract");
  expect(report.match(/openapi\.yaml:\d+/g)).toEqual(["openapi.yaml:7", "openapi.yaml:12"]);
  expect(report).toMatch(/2 findings in the contract\.$/);
});

test("while the structure is broken, its consequences are only counted", () => {
  const broken = { ...finding, rule: "no-unresolved-refs", line: 40 };
  const report = reportFindings([finding, broken], "the contract");
  expect(report).not.toContain("vpcep-leaf-described");
  expect(report).toMatch(
    /2 findings in the contract; 1 more may disappear once these are fixed\.$/,
  );
});

test("a long list is cut", () => {
  const many = Array.from({ length: 40 }, (_, index) => ({ ...finding, line: index + 1 }));
  const report = reportFindings(many, "the contract");
  expect(report.match(/Remedy:/g)).toHaveLength(25);
  expect(report).toContain("40 findings in the contract; 15 more");
});

test("a rule without a remedy of its own leads to its page and to the file that can switch it off", () => {
  expect(remedyFor("Redocly", "tag-description")).toMatch(
    /rules\/oas\/tag-description.*redocly\.yaml/,
  );
  expect(remedyFor("Spectral", "owasp:api4:2023-rate-limit")).toMatch(
    /owasp-ruleset.*\.spectral\.yaml/,
  );
});
