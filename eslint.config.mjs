import js from "@eslint/js";
import json from "@eslint/json";
import markdown from "@eslint/markdown";
import yml from "eslint-plugin-yml";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const typescript = ["**/*.ts", "**/*.mts"];

export default defineConfig(
  globalIgnores(["**/dist/", "**/.turbo/", "**/.tmp/", "**/*.gen.ts", "**/package-lock.json"]),
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
    },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    extends: [js.configs.recommended],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } },
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
  { files: ["**/*.yaml"], extends: [yml.configs.standard, yml.configs.prettier] },
  {
    // A table of pairs: one mapping per line reads better than ten lines per pair.
    files: ["packages/review/test/catalogue/*.yaml"],
    rules: { "yml/block-mapping": "off", "yml/block-sequence": "off" },
  },
);
