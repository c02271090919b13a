// The Jest settings that all packages share. Each jest.config.mjs extends these settings and adds the package's name.
// The tests run as native ES modules, because openapi-typescript can't be loaded in Jest's CommonJS mode on Node 20.
import { fileURLToPath } from "node:url";

const fromRoot = (file) => fileURLToPath(new URL(file, import.meta.url));

/** Long tests (`*.long.test.ts`) are skipped unless `REHEARSAL` is set, as in `npm run rehearse`. */
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
