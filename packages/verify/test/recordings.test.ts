import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, test } from "@jest/globals";
import fc from "fast-check";

import type { Report } from "../src/report.js";
import { splitEntries } from "../src/split-entries.js";
import { verify } from "../src/verify.js";
import { type Entry, harEntry, usualBody, withFolder, writeHar } from "./make-har.js";
import { runVerify } from "./run-verify.js";

async function verdict(entries: readonly Entry[]): Promise<{ code: number; report: Report }> {
  let result: { code: number; report: Report } | undefined;
  await withFolder(async (folder) => {
    const file = join(folder, "traffic.har");
    await writeHar(file, entries);
    const { code, out } = await runVerify(["--har", file, "--format", "json"], {});
    result = { code, report: JSON.parse(out) as Report };
  });
  if (result === undefined) throw new Error("no result");
  return result;
}

const body = (change: object): string => JSON.stringify({ ...usualBody, ...change });

test("checks a recording without a token, and finds no violations in valid responses", async () => {
  const { code, report } = await verdict([
    {},
    {},
    { status: 404, text: '{"error_code":"EndPoint.0005","error_msg":"gone"}' },
  ]);
  expect(report).toMatchObject({ verdict: "passed", responses: 3, findings: [] });
  expect(code).toBe(0);
});

test("joins repeated headers and ignores letter case in IDs, as in a live run", async () => {
  const { report } = await verdict([
    {
      headers: {
        ":status": "200",
        "Content-Type": "application/json",
        "content-type": "text/html",
        "x-request-id": "4e6f1b0c2d8a4f7e9b3c5d6a7e8f9012",
      },
      text: body({ id: usualBody.id.toUpperCase() }),
    },
    {
      headers: {
        "content-type": "application/json",
        "x-request-id": "4e6f1b0c2d8a4f7e9b3c5d6a7e8f9012",
        "X-Request-Id": "7e8f90124e6f1b0c2d8a4f7e9b3c5d6a",
      },
    },
  ]);
  expect(report.findings).toMatchObject([{ rule: "unusual-request-id", where: ["entry 2"] }]);
});

test("groups identical deviations, and reports the count and the first locations for each group", async () => {
  const { code, report } = await verdict([
    ...Array.from({ length: 7 }, () => ({
      text: body({ ports: [{ client_port: "80", server_port: 80 }] }),
    })),
    { text: body({ status: "frozen" }) },
    { text: body({ status: "melted" }) },
  ]);
  expect(code).toBe(1);
  expect(report.counts).toEqual({ violation: 7, drift: 2 });
  expect(report.findings).toMatchObject([
    {
      severity: "violation",
      pointer: "/body/ports/0/client_port",
      count: 7,
      where: ["entry 1", "entry 2", "entry 3", "entry 4", "entry 5"],
    },
    { severity: "drift", pointer: "/body/status", count: 1, where: ["entry 8"] },
    { severity: "drift", pointer: "/body/status", count: 1, where: ["entry 9"] },
  ]);
});

test("skips calls to other operations and calls without a response", async () => {
  const { report } = await verdict([
    {},
    { url: "https://example.com/script.js", text: "x" },
    { method: "DELETE" },
    { status: 0 },
  ]);
  expect(report).toMatchObject({
    responses: 1,
    skipped: { otherCalls: 2, siblings: 0, notModified: 0, noResponse: 1 },
    verdict: "passed",
  });
});

test("doesn't check headers or bodies that were not recorded", async () => {
  const { report } = await verdict([{ headers: undefined }, { text: undefined }]);
  expect(report).toMatchObject({
    responses: 2,
    checked: { status: 2, headers: 1, body: 1 },
    findings: [],
  });
});

test("decodes Base64 bodies", async () => {
  const text = Buffer.from(body({ status: 7 })).toString("base64");
  const { report } = await verdict([{ text, encoding: "base64" }]);
  expect(report.findings).toMatchObject([{ rule: "wrong-value", pointer: "/body/status" }]);
});

test("reads bodies from a folder and statuses from the file names", async () => {
  await withFolder(async (folder) => {
    await writeFile(join(folder, "0001.json"), body({}));
    await writeFile(
      join(folder, "0002.404.json"),
      '{"error_code":"EndPoint.0005","error_msg":"gone"}',
    );
    await writeFile(join(folder, "0003.json"), '{"error_code":"EndPoint.0005","error_msg":"gone"}');
    await writeFile(join(folder, "notes.txt"), "not a body");
    const { code, out } = await runVerify(["--har", folder, "--format", "json"], {});
    const report = JSON.parse(out) as Report;
    expect(code).toBe(1);
    expect(report.findings[0]).toMatchObject({ rule: "missing-field", where: ["0003.json"] });
    expect(report).toMatchObject({
      responses: 3,
      unread: ["notes.txt"],
    });
  });
});

test.each([
  ["a missing file", undefined, "No such file"],
  ["JSON that is not a HAR", '{"entries":[]}', "no log.entries"],
  ["an incomplete HAR", '{"log":{"entries":[{"request":', "incomplete"],
  ["an entry that is not JSON", '{"log":{"entries":[{nonsense}]}}', "Entry 1 is not valid JSON"],
  ["plain text", "hello", "no log.entries"],
])("rejects %s with an explanation", async (_, content, reason) => {
  await withFolder(async (folder) => {
    const file = join(folder, "traffic.har");
    if (content !== undefined) await writeFile(file, content);
    const { code, out, err } = await runVerify(["--har", file], {});
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(reason);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});

test("the verdict is inconclusive if a HAR contains only calls to other operations", async () => {
  const { code, report } = await verdict([{ url: "https://example.com/" }]);
  expect(code).toBe(2);
  expect(report).toMatchObject({
    verdict: "inconclusive",
    notChecked: ["the recording contains no response from a documented operation"],
    skipped: { otherCalls: 1 },
  });
});

test("rejects an empty folder", async () => {
  await withFolder(async (folder) => {
    await mkdir(join(folder, "empty"));
    const { code, err } = await runVerify(["--har", join(folder, "empty")], {});
    expect(code).toBe(2);
    expect(err).toContain("no .har or .json files");
  });
});

test("finds all entries in a HAR file regardless of the chunk size", async () => {
  const entries = [harEntry({ text: '{"a":"}]\\"{["}' }), { note: 'ä \\ " ] }' }, {}];
  const har = Buffer.from(JSON.stringify({ log: { comment: "[{", entries, pages: [[{}]] } }));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }), async (sizes) => {
      async function* chunks(): AsyncGenerator<Buffer> {
        for (let at = 0, turn = 0; at < har.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          yield await Promise.resolve(har.subarray(at, at + size));
          at += size;
        }
      }
      const found: unknown[] = [];
      for await (const text of splitEntries(chunks())) found.push(JSON.parse(text.toString()));
      expect(found).toEqual(entries);
    }),
    { numRuns: 200 },
  );
});

test("shows a progress bar and removes it at the end", async () => {
  await withFolder(async (folder) => {
    const file = join(folder, "traffic.har");
    await writeHar(
      file,
      Array.from({ length: 50 }, () => ({})),
    );
    const progress: string[] = [];
    const code = await verify(["--har", file], {
      env: {},
      stdin: undefined,
      write: () => undefined,
      writeError: () => undefined,
      writeProgress: (text) => progress.push(text),
      sleep: () => Promise.resolve(),
      paint: (_, text) => text,
    });
    expect(code).toBe(0);
    expect(progress[0]).toMatch(/^\r[█░]{24} \d+ % +[\d,]+ responses/);
    expect(progress.at(-1)).toBe("\r\u001b[K");
  });
});
