// Tests for attached bodies, compressed files, and folders.
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync, gzipSync } from "node:zlib";

import { describe, expect, test } from "@jest/globals";

import { withFolder } from "./make-har.js";
import { broken, har, reportOn, response, text } from "./producers.js";
import { runVerify } from "./run-verify.js";

describe("attached bodies", () => {
  const attached = (name: string) => ({ response: response({ size: -1, _file: name }) });
  const creator = { name: "Playwright", version: "1.65.1" };

  test("bodies that Playwright attached are read from the recording's folder", async () => {
    const files = { "har.har": har(creator, [attached("9f2c.json")]), "9f2c.json": broken };
    for (const target of ["har.har", "."]) {
      const { code, report } = await reportOn(files, target);
      expect(code).toBe(1);
      expect(report).toMatchObject({ responses: 1, checked: { body: 1 }, unread: [] });
    }
  });

  test.each([
    "../secret.json",
    "/etc/hostname",
    "a/../../secret.json",
    "C:\\secret.json",
    "link.json",
  ])("an attached body is not read if it is outside the recording's folder: %s", async (name) => {
    await withFolder(async (folder) => {
      await writeFile(join(folder, "secret.json"), broken);
      const inner = join(folder, "inner");
      await mkdir(join(inner, "a"), { recursive: true });
      await symlink("../secret.json", join(inner, "link.json"));
      await writeFile(join(inner, "traffic.har"), har(creator, [attached(name)]));
      const { code, out } = await runVerify(
        ["--har", join(inner, "traffic.har"), "--format", "json"],
        {},
      );
      expect(code).toBe(2);
      expect(JSON.parse(out)).toMatchObject({
        checked: { body: 0 },
        unreadable: { "the attached file is outside the folder or archive": 1 },
      });
    });
  });

  test("an attached body is counted as unreadable if its file is missing", async () => {
    const { code, report } = await reportOn({
      "traffic.har": har(creator, [attached("gone.json")]),
    });
    expect(code).toBe(2);
    expect(report.unreadable).toEqual({ "the attached file does not exist": 1 });
  });
});

describe("HAR files", () => {
  const plain = har({}, [{ response: response({ text: broken }) }]);
  test.each([
    ["compressed with gzip", gzipSync(plain)],
    ["compressed with zlib, as in mitmproxy's .zhar files", deflateSync(plain)],
    ["with a byte order mark", Buffer.from(`\ufeff${plain}`)],
    ["in UTF-16, as written by PowerShell", Buffer.from(`\ufeff${plain}`, "utf16le")],
  ])("reads a HAR file %s", async (_, content) => {
    const { code, report } = await reportOn({ "traffic.har": content });
    expect([code, report.responses]).toEqual([1, 1]);
  });

  test.each([
    ["an incomplete gzip file", gzipSync(plain).subarray(0, 60), /damaged or incomplete/],
  ])("rejects %s with an explanation", async (_, content, reason) => {
    await withFolder(async (folder) => {
      const file = join(folder, "traffic.har");
      await writeFile(file, content);
      const { code, out, err } = await runVerify(["--har", file], {});
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(reason);
    });
  });
});

test("the report lists the files in the folder that were not read", async () => {
  const { code, report } = await reportOn(
    {
      "one.har": har({}, [{ response: response({ text }) }]),
      "two.har.gz": gzipSync(har({}, [{ response: response({ text }) }])),
      "notes.txt": "x",
      "0001.json": text,
    },
    ".",
  );
  expect(code).toBe(0);
  expect(report).toMatchObject({ responses: 2, unread: ["0001.json", "notes.txt"] });
});
