import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";
import { startMock } from "@vpcep/mock";

const root = fileURLToPath(new URL("../../../", import.meta.url));

function respect(args: readonly string[]): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, "node_modules/.bin/redocly"), ["respect", ...args], {
      cwd: root,
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    });
    let out = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, out });
    });
  });
}

test("the workflows are plain Arazzo: redocly respect runs every one of them against the mock", async () => {
  const names = (await readdir(join(root, "openapi/workflows"))).filter((name) =>
    name.endsWith(".yaml"),
  );
  const mock = await startMock();
  try {
    const inputs = { base_url: mock.url, project_id: "p", service_id: "s", token: "mock-token" };
    const { code, out } = await respect([
      ...names.map((name) => join("openapi/workflows", name)),
      "--server",
      `vpcep=${mock.url}`,
      ...Object.entries(inputs).flatMap(([name, value]) => ["--input", `${name}=${value}`]),
    ]);
    expect(out).not.toContain("✗");
    expect(code).toBe(0);
    for (const name of names) expect(out).toContain(`✓ ${name}`);
  } finally {
    await mock.close();
  }
});
