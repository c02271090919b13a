// A Jest reporter that writes the number of passed and failed tests to `.turbo/`. Turborepo caches this file, so the
// numbers are available even if tests fail or the result is cached.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export default class CountTests {
  #file;

  constructor({ rootDir }) {
    const kind = process.env["REHEARSAL"] ? "test-long" : "test";
    this.#file = join(rootDir, ".turbo", `${kind}-counts.json`);
  }

  onRunComplete(_, results) {
    const counts = {
      passed: results.numPassedTests,
      // A test file that can't be loaded counts as one failed test.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      seconds: (Date.now() - results.startTime) / 1000,
    };
    mkdirSync(join(this.#file, ".."), { recursive: true });
    writeFileSync(this.#file, `${JSON.stringify(counts)}\n`);
  }
}
