// What the tests of every package share. A package's jest.config.mjs spreads it and adds its name.
// Native ES modules: openapi-typescript's API does not load in Jest's CommonJS mode on Node 20.
import { fileURLToPath } from "node:url";

const fromRoot = (file) => fileURLToPath(new URL(file, import.meta.url));

/** Long proofs (`*.long.test.ts`) run with `REHEARSAL` set: by `npm run rehearse`, or when one is named. */
const onlyInRehearsal = process.env["REHEARSAL"] ? [] : ["\\.long\\.test\\.ts$"];

export default {
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/dist/", "/\\.tmp/", ...onlyInRehearsal],
  modulePathIgnorePatterns: ["/\\.tmp/"],
  watchPathIgnorePatterns: ["/dist/", "/\\.turbo/", "/\\.tmp/"],
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": ["$1.ts", "$1.js"] },
  transform: {
    "\\.ts$": [
      fromRoot("node_modules/@swc/jest/index.js"),
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "es6" } },
    ],
  },
  testTimeout: 60_000,
};
