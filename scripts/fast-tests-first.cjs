// Runs `*.slow.test.ts` (browsers, installs, whole builds) after everything else.
// Loaded by Jest itself, which wants CommonJS here.
const { default: Sequencer } = require("@jest/test-sequencer");

class FastTestsFirst extends Sequencer {
  sort(tests) {
    const slow = (test) => Number(test.path.endsWith(".slow.test.ts"));
    return [...super.sort(tests)].sort((a, b) => slow(a) - slow(b));
  }
}

module.exports = FastTestsFirst;
