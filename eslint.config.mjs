import js from "@eslint/js";
import json from "@eslint/json";
import markdown from "@eslint/markdown";
import yml from "eslint-plugin-yml";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const typescript = ["**/*.ts", "**/*.mts"];

/** Packages must not import scripts or benchmarks. */
const oneWay = {
  regex: "(^|/)(scripts|bench)/",
  message: "Packages must not import anything from scripts/ or bench/.",
};
/** Only a few files may import openapi-fetch, so that the package is easy to replace. */
const wall = {
  regex: "^openapi-fetch",
  message:
    "Only create-client.ts, options.ts, and vpcep-client.ts in the client may import openapi-fetch.",
};

export default defineConfig(
  globalIgnores([
    // Sample projects that are built with other compilers and follow other conventions.
    "rehearsal/consumers/*/",
    "**/dist/",
    "**/.turbo/",
    "**/.tmp/",
    "**/*.gen.ts",
    "**/package-lock.json",
  ]),
  {
    files: typescript,
    extends: [
      js.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Template literals may contain numbers.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      // Code uses bracket notation for properties from index signatures, because the compiler can't check their names.
      "@typescript-eslint/dot-notation": "off",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: "error",
      "max-lines": ["error", { max: 300 }],
    },
  },
  {
    // The rehearsal's dependencies are installed on demand, so their types are unknown in a fresh clone.
    files: ["rehearsal/**/*.ts"],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ["**/*.test.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "MemberExpression[property.name=/^(skip|only|todo)$/][object.name=/^(test|it|describe)$/]",
          message: "Fix or delete this test instead of disabling it.",
        },
      ],
    },
  },
  {
    files: ["packages/*/src/**/*.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: [oneWay, wall] }] },
  },
  {
    files: ["packages/client/src/{create-client,options,vpcep-client}.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: [oneWay] }] },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: { console: "readonly", fetch: "readonly", process: "readonly", URL: "readonly" },
    },
  },
  {
    files: ["**/*.cjs"],
    extends: [js.configs.recommended],
    languageOptions: {
      sourceType: "commonjs",
      globals: {
        console: "readonly",
        process: "readonly",
        require: "readonly",
        __dirname: "readonly",
        module: "writable",
      },
    },
  },
  {
    files: ["**/*.json"],
    ignores: ["**/tsconfig*.json"],
    plugins: { json },
    language: "json/json",
    extends: ["json/recommended"],
  },
  {
    files: ["**/tsconfig*.json"],
    plugins: { json },
    language: "json/jsonc",
    extends: ["json/recommended"],
  },
  {
    files: ["**/*.md"],
    plugins: { markdown },
    language: "markdown/gfm",
    extends: ["markdown/recommended"],
  },
  { files: ["**/*.{yaml,yml}"], extends: [yml.configs.standard, yml.configs.prettier] },
  {
    // In workflows, an event without settings has no value, as in `workflow_dispatch:`.
    files: [".github/workflows/*.yml"],
    rules: { "yml/no-empty-mapping-value": "off" },
  },
  {
    // The catalog is easier to read with each schema on a single line.
    files: ["packages/review/test/catalogue/*.yaml"],
    rules: { "yml/block-mapping": "off", "yml/block-sequence": "off" },
  },
);
