// Native ES modules: openapi-typescript's API does not load in Jest's CommonJS mode on Node 20.
export default {
  testMatch: ["<rootDir>/{openapi,packages/*,scripts}/test/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/dist/", "/.tmp/"],
  modulePathIgnorePatterns: ["/\\.tmp/", "<rootDir>/bench/"],
  watchPathIgnorePatterns: ["/dist/", "/.turbo/"],
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": ["$1.ts", "$1.js"] },
  transform: {
    "\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "es6" } },
    ],
  },
  // Quick facts first: a broken contract should not hide behind a minute of browser tests.
  testSequencer: "<rootDir>/scripts/fast-tests-first.cjs",
  testTimeout: 60_000,
};
