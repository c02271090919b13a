import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, jest, test } from "@jest/globals";

import type { Report } from "../src/report.js";
import { type Entry, usualBody, withFolder, writeHar } from "./make-har.js";

const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const entries = 10_000;
/** A heap that is too small to hold the whole recording. */
const heapMegabytes = 40;

// Writing 10,000 files can take a long time on a busy disk.
jest.setTimeout(180_000);

function verify(path: string): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${heapMegabytes}`,
        "--import",
        "tsx",
        cli,
        "--har",
        path,
        "--format",
        "json",
      ],
      { cwd: fileURLToPath(new URL("..", import.meta.url)) },
    );
    const result = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (result.out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (result.err += text));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, ...result });
    });
  });
}

function* many(): Generator<Entry> {
  const padding = "x".repeat(8_000);
  for (let index = 0; index < entries; index++) {
    const status = index === entries - 1 ? 7 : "available";
    // Each response has a different undocumented field, but the number of findings in the report is limited.
    yield { text: JSON.stringify({ ...usualBody, status, [`field_${index}`]: padding }) };
  }
}

test("checks 10,000 recorded responses in constant memory and writes no progress bar to a pipe", async () => {
  await withFolder(async (folder) => {
    const file = join(folder, "large.har");
    await writeHar(file, many());
    const { code, out, err } = await verify(file);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    const report = JSON.parse(out) as Report;
    expect(report).toMatchObject({ responses: entries, counts: { violation: 1, drift: entries } });
    expect(report.findings[0]).toMatchObject({ rule: "wrong-value", where: [`entry ${entries}`] });
    expect(report.findings.length).toBeLessThanOrEqual(501);
    expect(report.unlisted).toBeGreaterThan(9_000);
  });
});

test("checks a folder with 10,000 bodies in constant memory", async () => {
  await withFolder(async (folder) => {
    await mkdir(join(folder, "bodies"));
    const text = JSON.stringify({ ...usualBody, note: "x".repeat(2_000) });
    for (let index = 0; index < entries; index += 500)
      await Promise.all(
        Array.from({ length: 500 }, (_, offset) =>
          writeFile(
            join(folder, "bodies", `${String(index + offset).padStart(5, "0")}.json`),
            text,
          ),
        ),
      );
    const { code, out } = await verify(join(folder, "bodies"));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ responses: entries, findings: [{ count: entries }] });
  });
});
