// Writes docs/review-policy.md from the tables of the policy.
import { writeFile } from "node:fs/promises";

import { format, resolveConfig } from "prettier";

import { policyPage } from "./src/policy/policy-page.js";

const page = new URL("../../docs/review-policy.md", import.meta.url);
const options = await resolveConfig(page);
await writeFile(page, await format(policyPage(), { ...options, parser: "markdown" }));
