// A reporter of Jest that writes how many tests passed and failed to `.turbo/` of the tested folder, where a task's
// output is cached with it: the counts of a run survive a failing task as well as one that comes from the cache.
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
      // A file that does not load holds tests that did not pass, whatever their number.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      seconds: (Date.now() - results.startTime) / 1000,
    };
    mkdirSync(join(this.#file, ".."), { recursive: true });
    writeFileSync(this.#file, `${JSON.stringify(counts)}\n`);
  }
}
