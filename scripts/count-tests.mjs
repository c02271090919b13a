// A Jest reporter that writes the numbers of passed and failed tests to `.turbo/`. The file is an output of the task, so
// the numbers survive failures and cache hits.
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
      // A test file that doesn't load counts as one failed test.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      seconds: (Date.now() - results.startTime) / 1000,
    };
    mkdirSync(join(this.#file, ".."), { recursive: true });
    writeFileSync(this.#file, `${JSON.stringify(counts)}\n`);
  }
}
