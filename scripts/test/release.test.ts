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

test("the changelog tells the review's sentences, breaks first, and leaves out what means nothing", () => {
  expect(contractNotes(report("right"))).toBe(
    "Changes of the contract:\n\n- **Breaking:** `a` is gone.\n- **New:** `b` is new.",
  );
  expect(contractNotes({ ...report("right"), changes: [] })).toBeUndefined();
});

test("a changeset that is too small is refused, with the break and the next step", () => {
  expect(() => {
    refuseSmallAnnouncement(report("small"));
  }).toThrow(
    "Refused: changesets declare a minor release, but the contract has breaking changes. Version 2.0.0 is due after 1.4.0.\n" +
      "  openapi/openapi.yaml:7 `a` is gone.\n" +
      "Add a changeset (npx changeset, major), or undo the change.",
  );
  expect(() => {
    refuseSmallAnnouncement(report("right"));
  }).not.toThrow();
});

test("a change that could not be judged is refused", () => {
  const place = { file: "openapi/openapi.yaml", line: 3, text: "`if` differs.", isChange: true };
  expect(() => {
    refuseSmallAnnouncement({ ...report("right"), unjudged: [place] } as unknown as Report);
  }).toThrow("could not be judged.\n  openapi/openapi.yaml:3 `if` differs.");
});

test("info.version is replaced, and no other character", () => {
  const text = '# 1.0.0\ninfo:\n  version: "1.0.0" # version: 1.0.0\n  x: 1.0.0\n';
  expect(replaceInfoVersion(text, "1.1.0")).toBe(
    "# 1.0.0\ninfo:\n  version: 1.1.0 # version: 1.0.0\n  x: 1.0.0\n",
  );
  expect(() => replaceInfoVersion("info: {}\n", "1.1.0")).toThrow("no info.version");
});

test("the notes of a release are the changelog's section of that version alone", () => {
  const changelog = "# p\n\n## 1.10.0\n\nnew\n\n### Minor\n\n## 1.1.0\n\nold\n";
  expect(sectionOf(changelog, "1.10.0")).toBe("new\n\n### Minor");
  expect(sectionOf(changelog, "1.1.0")).toBe("old");
  expect(sectionOf(changelog, "1.0.0")).toBe("");
});

describe("an audit", () => {
  test.each(["", "<html>", "{}", '{"error":{"code":"ENOAUDIT"}}', "null"])(
    "that got %j for an answer says that nothing was checked",
    (answer) => {
      expect(readAudit(answer)).toEqual({
        exitCode: 2,
        text: "npm audit got no answer from the registry: nothing was checked.",
      });
    },
  );

  test("passes only when the registry says so", () => {
    expect(readAudit('{"vulnerabilities":{}}').exitCode).toBe(0);
    const found = '{"vulnerabilities":{"a":{"severity":"high","range":"<2"}}}';
    expect(readAudit(found)).toMatchObject({ exitCode: 1 });
    expect(readAudit(found).text).toContain("high: a <2");
  });
});
