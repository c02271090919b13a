import js from "@eslint/js";
import json from "@eslint/json";
import markdown from "@eslint/markdown";
import yml from "eslint-plugin-yml";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const typescript = ["**/*.ts", "**/*.mts"];

/** Imports run one way: chores and measurements use the packages, never the other way round. */
const oneWay = {
  regex: "(^|/)(scripts|bench)/",
  message: "No package imports from scripts/ or bench/.",
};
/** The package is frozen upstream: one file stands between it and everything else. */
const wall = {
  regex: "^openapi-fetch",
  message:
    "Only packages/client/src/create-client.ts imports it; its types are for the client alone.",
};

export default defineConfig(
  globalIgnores([
    // Projects of other people's kinds, each with compilers and habits of its own.
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
      // A number in a message is as readable as a string.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      // Index signatures are reached by bracket, so that a typing error in a name shows.
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
    // Its own packages are installed when they are first needed, so on a fresh clone their types are unknown.
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
          message: "A disabled test proves nothing. Fix it or delete it.",
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
    // `workflow_dispatch:` without a value is how GitHub writes an event without settings.
    files: [".github/workflows/*.yml"],
    rules: { "yml/no-empty-mapping-value": "off" },
  },
  {
    // A table of pairs: one mapping per line reads better than ten lines per pair.
    files: ["packages/review/test/catalogue/*.yaml"],
    rules: { "yml/block-mapping": "off", "yml/block-sequence": "off" },
  },
);
