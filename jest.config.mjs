// All packages in one Jest: for `npm test -- <path or pattern>`, `npm run test:watch` and `npm run coverage`.
// `npm test` without arguments runs each package's own `test` task instead, in parallel and cached.
export default {
  projects: ["<rootDir>/{openapi,scripts}", "<rootDir>/packages/*/jest.config.mjs"],
  coverageProvider: "v8",
  collectCoverageFrom: ["{packages/*/src,scripts}/**/*.ts", "!**/*.gen.ts", "!**/test/**"],
};
