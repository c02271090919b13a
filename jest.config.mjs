// All packages in one Jest: for `npm test -- <path or pattern>`, `npm run test:watch` and `npm run coverage`.
// `npm test` without arguments runs each package's own `test` task instead, in parallel and cached.
import preset from "./jest.preset.mjs";

export default {
  // Jest takes this one from here only, not from the projects.
  testTimeout: preset.testTimeout,
  projects: ["<rootDir>/{openapi,scripts}", "<rootDir>/packages/*/jest.config.mjs"],
  coverageProvider: "v8",
  collectCoverageFrom: ["{packages/*/src,scripts}/**/*.ts", "!**/*.gen.ts", "!**/test/**"],
};
