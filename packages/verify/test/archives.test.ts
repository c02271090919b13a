// Tests for HAR files in ZIP archives. Playwright creates one archive, and `zipOf` creates all others.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";

import { describe, expect, test } from "@jest/globals";
import { startMock } from "@vpcep/mock";

import { launchChromium } from "../../../scripts/chromium.js";
import { withFolder } from "./make-har.js";
import { broken, har, reportOn, response, text } from "./producers.js";
import { runVerify } from "./run-verify.js";

interface ZipFile {
  content: string | Buffer;
  /** Size declared in the archive. Default: the actual size. */
  declaredSize?: number;
  flags?: number;
}

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
const crc32 = (bytes: Buffer): number => {
  let crc = ~0;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 255] ?? 0);
  return ~crc >>> 0;
};

/** Creates a ZIP archive (PKWARE APPNOTE 6.3). */
function zipOf(files: Record<string, string | ZipFile>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, given] of Object.entries(files)) {
    const {
      content,
      declaredSize,
      flags = 0,
    } = typeof given === "string" ? { content: given } : given;
    const [name, plain] = [Buffer.from(path), Buffer.from(content)];
    const packed = deflateRawSync(plain);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declaredSize ?? plain.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000"), fields, central, name);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, name, packed]);
    parts.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, entries, Buffer.from("PK\u0005\u0006"), end]);
}

const attaching = (name: string): string =>
  har({ name: "Playwright" }, [{ response: response({ size: -1, _file: name }) }]);

test("reads a Playwright archive, including its attached bodies", async () => {
  const mock = await startMock({
    queue: [200, { response: [], service: { name: 7 } as object }, 404],
  });
  const browser = await launchChromium();
  try {
    await withFolder(async (folder) => {
      const file = join(folder, "traffic.zip");
      const context = await browser.newContext({ recordHar: { path: file } });
      const page = await context.newPage();
      await page.goto(`${mock.url}/`);
      const statuses = await page.evaluate(async () => {
        const found: number[] = [];
        for (let call = 0; call < 3; call++) {
          const headers = { "X-Auth-Token": "mock-token" };
          const response = await fetch(`/v1/p/vpc-endpoint-services/s`, { headers });
          await response.text();
          found.push(response.status);
        }
        return found;
      });
      expect(statuses).toEqual([200, 200, 404]);
      await context.close();
      expect((await readFile(file)).toString("latin1", 0, 2)).toBe("PK");
      const { code, out, err } = await runVerify(["--har", file, "--format", "json"], {});
      expect(err).toBe("");
      expect(JSON.parse(out)).toMatchObject({
        responses: 3,
        checked: { status: 3, headers: 3, body: 3 },
        unread: [],
        unreadable: {},
        findings: [
          { pointer: "/body/name", where: [expect.stringMatching(/^har\.har, entry \d/)] },
        ],
      });
      expect(code).toBe(0);
    });
  } finally {
    await browser.close();
    await mock.close();
  }
}, 60_000);

describe("ZIP archives", () => {
  test("an archive can contain several recordings, and files that are not part of a recording are reported as unread", async () => {
    const archive = zipOf({
      "a/har.har": attaching("body.json"),
      "a/body.json": broken,
      "b/har.har": attaching("body.json"),
      "b/body.json": text,
      "b/notes.txt": "x",
      "__MACOSX/a/._har.har": "\u0000\u0005\u0016\u0007",
    });
    for (const target of ["traffic.zip", "."]) {
      const { code, report } = await reportOn({ "traffic.zip": archive }, target);
      expect(code).toBe(1);
      expect(report).toMatchObject({
        responses: 2,
        checked: { body: 2 },
        unread: [target === "." ? "traffic.zip/b/notes.txt" : "b/notes.txt"],
      });
      expect(report.findings[0]?.where).toEqual(["a/har.har, entry 1"]);
    }
  });

  test("an archive in a folder is reported as unread if the archive contains no recording", async () => {
    const { report } = await reportOn(
      {
        "one.har": har({}, [{ response: response({ text }) }]),
        "trace.zip": zipOf({ "trace.trace": "x" }),
      },
      ".",
    );
    expect(report).toMatchObject({ responses: 1, unread: ["trace.zip"] });
  });

  test("a recording in an archive cannot attach files outside the archive", async () => {
    await withFolder(async (folder) => {
      await mkdir(join(folder, "inner"));
      await writeFile(join(folder, "body.json"), broken);
      for (const name of ["../body.json", "..\\body.json", join(folder, "body.json")]) {
        await writeFile(join(folder, "inner/a.zip"), zipOf({ "har.har": attaching(name) }));
        const { code, out } = await runVerify(
          ["--har", join(folder, "inner/a.zip"), "--format", "json"],
          {},
        );
        expect(code).toBe(2);
        expect(JSON.parse(out)).toMatchObject({
          unreadable: { "the attached file is outside the folder or archive": 1 },
        });
      }
    });
  });

  const bomb = Buffer.alloc(11 * 1024 * 1024, "[");
  test.each<[string, ZipFile, string]>([
    ["too large", { content: bomb }, "the attached file is larger than 10 MB"],
    [
      "larger than declared",
      { content: bomb, declaredSize: 100 },
      "the attached file is damaged or encrypted",
    ],
    ["encrypted", { content: broken, flags: 1 }, "the attached file is damaged or encrypted"],
  ])("the verdict is inconclusive if an attached body is %s", async (_, body, reason) => {
    const archive = zipOf({ "har.har": attaching("body.json"), "body.json": body });
    const { code, report } = await reportOn({ "traffic.har": archive });
    expect(code).toBe(2);
    expect(report).toMatchObject({ checked: { body: 0 }, unreadable: { [reason]: 1 } });
  });

  test.each<[string, Buffer, RegExp]>([
    ["no HAR", zipOf({ "body.json": text }), /contains no \.har file/],
    [
      "a missing end",
      zipOf({ "har.har": attaching("x") }).subarray(0, 80),
      /Cannot read the ZIP archive/,
    ],
    [
      "a 2 GB HAR file",
      zipOf({ "har.har": { content: "{}", declaredSize: 2 ** 31 } }),
      /more than 1 GB/,
    ],
    [
      "a HAR file that is larger than declared",
      zipOf({ "har.har": { content: bomb, declaredSize: 9 } }),
      /damaged/,
    ],
    ["an encrypted HAR", zipOf({ "har.har": { content: "{}", flags: 1 } }), /encrypted/],
    [
      "a path that leads outside the archive",
      zipOf({ "../har.har": "{}" }),
      /invalid relative path/,
    ],
  ])("an archive is rejected with an explanation if it has %s", async (_, archive, reason) => {
    await withFolder(async (folder) => {
      const file = join(folder, "traffic.zip");
      await writeFile(file, archive);
      const { code, out, err } = await runVerify(["--har", file], {});
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(reason);
      expect(err.trim().split("\n")).toHaveLength(1);
    });
  });
});
