// Runs every test, the browser's included, and ends with the line "N passed, N failed". Builds first, because
// tests run against what users get. Arguments go to Jest: npm test -- packages/client.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { ensureChromium } from "./ensure-chromium.js";
import { runTurbo } from "./run-turbo.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const result = join(root, ".turbo/test-result.json");

const build = await runTurbo(root, ["build"]);
if (build.code !== 0) {
  console.error("The build failed, so nothing was tested.");
  process.exit(build.code);
}
const chromium = await ensureChromium().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

const code = await new Promise<number>((resolve) => {
  const jest = spawn(
    process.execPath,
    [
      "--experimental-vm-modules",
      "--disable-warning=ExperimentalWarning",
      join(root, "node_modules/jest/bin/jest.js"),
      "--json",
      `--outputFile=${result}`,
      ...process.argv.slice(2),
    ],
    {
      cwd: root,
      stdio: ["inherit", "ignore", "inherit"],
      env: { ...process.env, CHROMIUM_PATH: chromium },
    },
  );
  jest.on("close", (exit) => {
    resolve(exit ?? 1);
  });
});

const counts = JSON.parse(await readFile(result, "utf8")) as {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  numRuntimeErrorTestSuites: number;
};
// A file that cannot be loaded holds tests that did not pass, whatever their number.
const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
console.log(`${counts.numPassedTests} passed, ${failed} failed`);
process.exitCode = code !== 0 || failed > 0 || counts.numPassedTests === 0 ? 1 : 0;
