import { spawnSync } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";

import { expect, test } from "@jest/globals";

const preflight = join(dirname(dirname(fileURLToPath(import.meta.url))), "preflight.cjs");

test("prints nothing when all checks pass", () => {
  const { status, stderr } = spawnSync(process.execPath, [preflight], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("runs the given program with its arguments", async () => {
  const folder = await mkdtemp(join(tmpdir(), "preflight-"));
  try {
    const program = join(folder, "program.ts");
    await writeFile(program, "const argv: string[] = process.argv;\nconsole.log(argv.slice(1));\n");
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [preflight, ...args], { encoding: "utf8", cwd: folder });
    const { status, stdout } = run("program.ts", "--base", "a b");
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `${inspect([program, "--base", "a b"])}\n`,
    });
    await writeFile(program, "throw new Error('broken');\n");
    expect(run("program.ts")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("broken") as unknown,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test.each(["18.20.4", "20.18.3"])("rejects Node %s with a single-line message", (version) => {
  const pretend = `Object.defineProperty(process, "versions", { value: { node: ${JSON.stringify(version)} } }); require(${JSON.stringify(preflight)})`;
  const { status, stderr } = spawnSync(process.execPath, ["-e", pretend], { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr.trim().split("\n")).toEqual([
    `Node 20.19 or later is required, but this is Node ${version}. Run nvm use or install a newer version.`,
  ]);
});

test("reports a missing tool with a single-line message", async () => {
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
