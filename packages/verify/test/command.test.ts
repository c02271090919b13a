import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, test } from "@jest/globals";

import { usualBody, withFolder, writeHar } from "./make-har.js";
import { runVerify } from "./run-verify.js";

const target = ["--base-url", "http://127.0.0.1:9", "--project-id", "p", "--service-id", "s"];

test.each<[string, string[], Record<string, string>, RegExp]>([
  ["no options", [], {}, /Missing --base-url, --project-id, --service-id/],
  ["no token", ["live"], {}, /VPCEP_TOKEN/],
  ["an access key without a secret key", ["live"], { VPCEP_ACCESS_KEY: "AK" }, /Set both/],
  [
    "a token and a key pair",
    ["live"],
    { VPCEP_ACCESS_KEY: "AK", VPCEP_SECRET_KEY: "SK", VPCEP_TOKEN: "a-token-1" },
    /not both/,
  ],
  [
    "a key with a space",
    ["live"],
    { VPCEP_ACCESS_KEY: "A K", VPCEP_SECRET_KEY: "SK" },
    /not allowed in a header/,
  ],
  ["an empty token", ["live"], { VPCEP_TOKEN: "  " }, /VPCEP_TOKEN/],
  ["a token that is too short", ["live"], { VPCEP_TOKEN: "abc" }, /at least 8/],
  [
    "a token with a line break",
    ["live"],
    { VPCEP_TOKEN: "abcdefgh\nx" },
    /not allowed in a header/,
  ],
  ["a server and a recording", ["live", "--har", "x"], {}, /not both/],
  ["an unknown format", ["live", "--format", "yaml"], {}, /table, json, junit/],
  ["a time limit of zero seconds", ["live", "--timeout", "0"], {}, /--timeout/],
  ["an unknown option", ["--colour"], {}, /--colour/],
  ["an option without a value", ["--format"], {}, /--format/],
  ["an ID with a slash", ["live", "--service-id", "a/b"], {}, /--service-id must/],
  ["an invalid URL", ["live", "--base-url", "mock"], {}, /--base-url must be/],
  ["a URL with a user", ["live", "--base-url", "https://u:p@x"], {}, /not have a user/],
  [
    "an http URL for another machine",
    ["live", "--base-url", "http://example.com"],
    {},
    /must be https/,
  ],
])("rejects %s with a one-line error", async (_, args, env, line) => {
  const { code, out, err } = await runVerify(
    args.flatMap((arg) => (arg === "live" ? target : [arg])),
    env,
  );
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(line);
  expect(err.trim().split("\n")).toHaveLength(1);
});

test("--help prints the help text and succeeds", async () => {
  const { code, out } = await runVerify(["--help"], {});
  expect(code).toBe(0);
  for (const option of ["--base-url", "--har", "--strict", "--format", "--output", "--timeout"])
    expect(out).toContain(option);
});

async function checked(
  args: readonly string[],
  change: object,
): Promise<{ code: number; out: string }> {
  const result = { code: -1, out: "" };
  await withFolder(async (folder) => {
    const file = join(folder, "traffic.har");
    await writeHar(file, [{ text: JSON.stringify({ ...usualBody, ...change }) }]);
    Object.assign(result, await runVerify(["--har", file, ...args], {}));
  });
  return result;
}

test("fails on drift only with --strict", async () => {
  expect((await checked([], { status: "frozen" })).code).toBe(0);
  expect((await checked(["--strict"], { status: "frozen" })).code).toBe(1);
  expect((await checked(["--strict"], {})).code).toBe(0);
});

test("JUnit reports are valid XML that contains violations as failures and drift as output", async () => {
  const hostile = { ports: 1, status: '<&">\u0000\ud800\u001b', "<tag>": 1 };
  const { out } = await checked(["--format", "junit"], hostile);
  expect(out).toMatch(/<testsuites tests="3" failures="1" /);
  expect(out).toMatch(
    /<failure type="wrong-value" message="violation wrong-value \/body\/ports: must be an array/,
  );
  expect(out).toMatch(/<testcase [^<>]*&lt;tag&gt;/);
  expect(out).toMatch(/has the undocumented value &quot;&lt;&amp;/);
  expect(out.match(/<system-out>/g)).toHaveLength(2);
  // eslint-disable-next-line no-control-regex -- not allowed in XML
  expect(out).not.toMatch(/[\u0000-\u0008\u001b]/);
  const strict = await checked(["--format", "junit", "--strict"], hostile);
  expect(strict.out).toMatch(/<testsuites tests="3" failures="3" /);
});

test("doesn't print control characters that the server sends", async () => {
  const { out } = await checked([], { status: "a\u001b[2Jb", "\u001b[31mred": 1 });
  // eslint-disable-next-line no-control-regex -- escape character
  expect(out).not.toMatch(/\u001b/);
});

test("never leaves an incomplete report file", async () => {
  await withFolder(async (folder) => {
    const file = join(folder, "report.json");
    const har = join(folder, "traffic.har");
    await writeHar(har, [{}]);
    const args = ["--har", har, "--format", "json"];
    const { code, out } = await runVerify([...args, "--output", file]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({
      verdict: "passed",
      responses: 1,
    });
    const blocked = join(folder, "folder");
    await mkdir(blocked);
    const second = await runVerify([...args, "--output", blocked]);
    expect(second.code).toBe(2);
    expect(second.err).toContain("Cannot write");
    expect((await readdir(folder)).sort()).toEqual(["folder", "report.json", "traffic.har"]);
  });
});
