import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

test("turbo.cjs disables Turborepo's telemetry", () => {
  // Without settings in the home directory, Turborepo enables telemetry by default.
  const home = mkdtempSync(join(tmpdir(), "home-"));
  try {
    const status = execFileSync(
      process.execPath,
      [join(root, "scripts/turbo.cjs"), "telemetry", "status"],
      { env: { PATH: process.env["PATH"], HOME: home }, encoding: "utf8" },
    );
    expect(status).toContain("Disabled");
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

test("all package.json scripts start Turborepo through turbo.cjs", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const starting = Object.values(scripts).filter((command) => /\bturbo\b/.test(command));
  expect(starting.length).toBeGreaterThan(2);
  for (const command of starting)
    expect(command.replaceAll("node scripts/turbo.cjs ", "")).not.toMatch(/\bturbo\b/);
});
