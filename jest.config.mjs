// Runs the tests of all packages in one Jest process, for `npm test -- <path or pattern>`, `npm run test:watch`, and
// `npm run coverage`. Without arguments, `npm test` runs the packages' `test` tasks in parallel and caches the results.
import preset from "./jest.preset.mjs";

export default {
  // Jest ignores `testTimeout` in the configurations of individual projects.
  testTimeout: preset.testTimeout,
  projects: ["<rootDir>/{openapi,scripts}", "<rootDir>/packages/*/jest.config.mjs"],
  coverageProvider: "v8",
  collectCoverageFrom: ["{packages/*/src,scripts}/**/*.ts", "!**/*.gen.ts", "!**/test/**"],
};
