import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";
import { runTool } from "@vpcep/run-tool";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

test("docs/review-example.md contains the comment that the review creates for the example", async () => {
  const { code, stderr } = await runTool("tsx", ["scripts/review-example.ts", "--check"], root);
  expect([code, stderr]).toEqual([0, ""]);
}, 120_000);
