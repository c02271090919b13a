import { spawnSync } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";

const preflight = join(dirname(dirname(fileURLToPath(import.meta.url))), "preflight.cjs");

test("says nothing where all is well", () => {
  const { status, stderr } = spawnSync(process.execPath, [preflight], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test.each(["18.20.4", "20.18.3"])("names Node %s as too old, in one line", (version) => {
  const pretend = `Object.defineProperty(process, "versions", { value: { node: ${JSON.stringify(version)} } }); require(${JSON.stringify(preflight)})`;
  const { status, stderr } = spawnSync(process.execPath, ["-e", pretend], { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr.trim().split("\n")).toEqual([
    `Node 20.19 or later is needed, this is Node ${version}. See .nvmrc.`,
  ]);
});

test("names a tool that is not installed, in one line", async () => {
  const empty = await mkdtemp(join(tmpdir(), "preflight-"));
  try {
    await cp(preflight, join(empty, "scripts/preflight.cjs"));
    const { status, stderr } = spawnSync(process.execPath, [join(empty, "scripts/preflight.cjs")], {
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stderr.trim()).toBe("The tool tsx is not installed. Run: npm ci");
  } finally {
    await rm(empty, { recursive: true, force: true });
  }
});
