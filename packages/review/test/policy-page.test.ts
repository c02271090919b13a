import { readFileSync } from "node:fs";

import { expect, test } from "@jest/globals";
import { format, resolveConfig } from "prettier";

import { policyPage } from "./catalogue/policy-page.js";

test("docs/review-policy.md is up to date (npm run generate)", async () => {
  const page = new URL("../../../docs/review-policy.md", import.meta.url);
  const options = await resolveConfig(page);
  const wanted = await format(await policyPage(), { ...options, parser: "markdown" });
  expect(readFileSync(page, "utf8")).toBe(wanted);
});
