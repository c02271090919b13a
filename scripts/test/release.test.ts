import type { Report } from "@vpcep/review";
import { describe, expect, test } from "@jest/globals";

import { readAudit } from "../read-audit.js";
import { contractNotes } from "../release/contract-notes.js";
import { refuseSmallAnnouncement } from "../release/refuse-small-announcement.js";
import { sectionOf } from "../release/release-notes.js";
import { replaceInfoVersion } from "../release/set-version.js";

const change = (level: "none" | "patch" | "minor" | "major", text: string) => ({
  level,
  text,
  file: "openapi/openapi.yaml",
  line: 7,
});
const report = (fit: "right" | "small"): Report =>
  ({
    unjudged: [],
    announcement: {
      fit,
      level: "major",
      announced: "minor",
      baseVersion: "1.4.0",
      dueVersion: "2.0.0",
    },
    changes: [
      change("minor", "`b` is new."),
      change("none", "Moved."),
      change("major", "`a` is gone."),
    ],
  }) as unknown as Report;

test("the changelog uses the review's wording and lists breaking changes first", () => {
  expect(contractNotes(report("right"))).toBe(
    "Contract changes:\n\n- **Breaking:** `a` is gone.\n- **New:** `b` is new.",
  );
  expect(contractNotes({ ...report("right"), changes: [] })).toBeUndefined();
});

test("rejects a release that is too small, and reports the breaking change and a remedy", () => {
  expect(() => {
    refuseSmallAnnouncement(report("small"));
  }).toThrow(
    "Refused: changesets declare a minor release, but the contract has breaking changes. After 1.4.0, the next version must be 2.0.0.\n" +
      "  openapi/openapi.yaml:7 `a` is gone.\n" +
      "Add a major changeset (npx changeset) or undo the change.",
  );
  expect(() => {
    refuseSmallAnnouncement(report("right"));
  }).not.toThrow();
});

test("rejects a release with a contract change that could not be judged", () => {
  const place = { file: "openapi/openapi.yaml", line: 3, text: "`if` differs.", isChange: true };
  expect(() => {
    refuseSmallAnnouncement({ ...report("right"), unjudged: [place] } as unknown as Report);
  }).toThrow("could not judge some contract changes.\n  openapi/openapi.yaml:3 `if` differs.");
});

test("replaces info.version without changing the rest of the text", () => {
  const text = '# 1.0.0\ninfo:\n  version: "1.0.0" # version: 1.0.0\n  x: 1.0.0\n';
  expect(replaceInfoVersion(text, "1.1.0")).toBe(
    "# 1.0.0\ninfo:\n  version: 1.1.0 # version: 1.0.0\n  x: 1.0.0\n",
  );
  expect(() => replaceInfoVersion("info: {}\n", "1.1.0")).toThrow("no info.version");
});

test("the release notes contain only the section for the released version", () => {
  const changelog = "# p\n\n## 1.10.0\n\nnew\n\n### Minor\n\n## 1.1.0\n\nold\n";
  expect(sectionOf(changelog, "1.10.0")).toBe("new\n\n### Minor");
  expect(sectionOf(changelog, "1.1.0")).toBe("old");
  expect(sectionOf(changelog, "1.0.0")).toBe("");
});

describe("audit", () => {
  test.each(["", "<html>", "{}", '{"error":{"code":"ENOAUDIT"}}', "null"])(
    "reports that nothing was checked when npm prints %j",
    (answer) => {
      expect(readAudit(answer)).toEqual({
        exitCode: 2,
        text: "The registry returned no advisories, so nothing was checked. Run the audit with access to the npm registry.",
      });
    },
  );

  test("succeeds if npm reports no vulnerabilities, and fails if npm reports at least one", () => {
    expect(readAudit('{"vulnerabilities":{}}').exitCode).toBe(0);
    const found = '{"vulnerabilities":{"a":{"severity":"high","range":"<2"}}}';
    expect(readAudit(found)).toMatchObject({ exitCode: 1 });
    expect(readAudit(found).text).toContain("high: a <2");
  });
});
