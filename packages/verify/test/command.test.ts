import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";

import { type Paint, printTable } from "../src/print-table.js";
import type { Report } from "../src/report.js";
import { honestBody, withFolder, writeHar } from "./make-har.js";
import { runVerify } from "./run-verify.js";

let mock: Mock;
let target: string[];
beforeAll(async () => {
  mock = await startMock();
  target = ["--base-url", mock.url, "--project-id", "p", "--service-id", "s"];
});
afterAll(() => mock.close());

test("the honest mock keeps the contract, with nothing to remark", async () => {
  const { code, out, err } = await runVerify(target);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  for (const name of [
    "fetch-details",
    "malformed-id",
    "no-token",
    "unknown-id",
    "wrong-method",
    "wrong-token",
  ])
    expect(out).toMatch(new RegExp(`✓ ${name} +\\d{3}`));
  expect(out).toMatch(/The contract is kept: 6 answers in [\d.]+ s, no violation, no drift\./);
});

test("the token may come from standard input", async () => {
  async function* stdin(): AsyncGenerator<string> {
    yield await Promise.resolve("mock-");
    yield "token\n";
  }
  expect((await runVerify(target, {}, stdin())).code).toBe(0);
});

test("a wrong token shows as three outcomes that should be others", async () => {
  const { code, out } = await runVerify(target, { VPCEP_TOKEN: "not-the-token" });
  expect(code).toBe(1);
  expect(out).toContain("3 violations");
  expect(out).toContain("unexpected-outcome · fetch-details, malformed-id, unknown-id");
});

test.each<[string, string[], Record<string, string>, RegExp]>([
  ["nothing", [], {}, /--base-url, --project-id, --service-id missing/],
  ["no token", ["live"], {}, /VPCEP_TOKEN/],
  ["an empty token", ["live"], { VPCEP_TOKEN: "  " }, /VPCEP_TOKEN/],
  ["a token that is none", ["live"], { VPCEP_TOKEN: "abc" }, /fewer than 8/],
  ["a token with a line end", ["live"], { VPCEP_TOKEN: "abcdefgh\nx" }, /no header can carry/],
  ["both ways", ["live", "--har", "x"], {}, /not both/],
  ["another format", ["live", "--format", "yaml"], {}, /table, json, junit/],
  ["no time to wait", ["live", "--timeout", "0"], {}, /--timeout/],
  ["an unknown option", ["--colour"], {}, /--colour/],
  ["an option without a value", ["--format"], {}, /--format/],
  ["an ID with a slash", ["live", "--service-id", "a/b"], {}, /--service-id must/],
  ["an address that is none", ["live", "--base-url", "mock"], {}, /--base-url must be/],
  ["an address with a user", ["live", "--base-url", "https://u:p@x"], {}, /no user/],
  ["http beyond this machine", ["live", "--base-url", "http://example.com"], {}, /must be https/],
])("%s gets no verdict, but one line", async (_, args, env, line) => {
  const { code, out, err } = await runVerify(
    args.flatMap((arg) => (arg === "live" ? target : [arg])),
    env,
  );
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(line);
  expect(err.trim().split("\n")).toHaveLength(1);
});

test("an address where nothing listens gets no verdict", async () => {
  const gone = await startMock();
  await gone.close();
  const { code, err } = await runVerify(["--base-url", gone.url, ...target.slice(2)]);
  expect(code).toBe(2);
  expect(err).toContain(`No server answers at ${gone.url} (ECONNREFUSED)`);
});

test("help is printed and is no failure", async () => {
  const { code, out } = await runVerify(["--help"], {});
  expect(code).toBe(0);
  for (const option of ["--base-url", "--har", "--strict", "--format", "--output", "--timeout"])
    expect(out).toContain(option);
});

async function judged(
  args: readonly string[],
  change: object,
): Promise<{ code: number; out: string }> {
  const result = { code: -1, out: "" };
  await withFolder(async (folder) => {
    const file = join(folder, "traffic.har");
    await writeHar(file, [{ text: JSON.stringify({ ...honestBody, ...change }) }]);
    Object.assign(result, await runVerify(["--har", file, ...args], {}));
  });
  return result;
}

test("drift does not fail unless --strict", async () => {
  expect((await judged([], { status: "frozen" })).code).toBe(0);
  expect((await judged(["--strict"], { status: "frozen" })).code).toBe(1);
  expect((await judged(["--strict"], {})).code).toBe(0);
});

test("JUnit tells violations as failures and drift apart, in XML that anybody can read", async () => {
  const hostile = { ports: '<&">\u0000\ud800', status: "a\u001bb", "<tag>": 1 };
  const { out } = await judged(["--format", "junit"], hostile);
  expect(out).toMatch(/<testsuites tests="3" failures="1" /);
  expect(out).toMatch(/<failure type="wrong-type" message="[^"<>]*&lt;&amp;/);
  expect(out.match(/<system-out>/g)).toHaveLength(2);
  // eslint-disable-next-line no-control-regex -- what XML forbids
  expect(out).not.toMatch(/[\u0000-\u0008\u001b]/);
  const strict = await judged(["--format", "junit", "--strict"], hostile);
  expect(strict.out).toMatch(/<testsuites tests="3" failures="3" /);
});

test("control characters of a server do not reach the terminal", async () => {
  const { out } = await judged([], { status: "a\u001b[2Jb", "\u001b[31mred": 1 });
  // eslint-disable-next-line no-control-regex -- the point
  expect(out).not.toMatch(/\u001b/);
});

test("a report is written as a whole or not at all", async () => {
  await withFolder(async (folder) => {
    const file = join(folder, "report.json");
    const { code, out } = await runVerify([...target, "--format", "json", "--output", file]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ verdict: "kept", answers: 6 });
    const blocked = join(folder, "folder");
    await mkdir(blocked);
    const second = await runVerify([...target, "--output", blocked]);
    expect(second.code).toBe(2);
    expect(second.err).toContain("cannot be written");
    expect((await readdir(folder)).sort()).toEqual(["folder", "report.json"]);
  });
});

test("colours mark the verdicts, where somebody sees them", () => {
  const paint: Paint = (style, text) => `<${style}>${text}</${style}>`;
  const counts = { violation: 1, drift: 0 };
  const step = { workflow: "w", summary: "s", method: "GET", path: "/", status: 200, counts };
  const report: Report = {
    target: "t",
    verdict: "broken",
    strict: false,
    answers: 1,
    skipped: 0,
    counts,
    steps: [step],
    findings: [],
    unlisted: 0,
    durationMs: 5,
  };
  expect(printTable(report, paint)).toContain("<red>✗</red> w");
});
