// Rewrites every committed generated file from the contract. Never part of the task graph: a cached task
// must not write a tracked file.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { runTool, withoutBox } from "./run-tool.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** In the order of their needs: all read the bundle. */
const steps = [
  "bundle.ts",
  "generate-types.ts",
  "generate-servers.ts",
  "generate-validator.ts",
] as const;

for (const step of steps) {
  const result = await runTool("tsx", [`scripts/${step}`], root);
  if (result.code !== 0) {
    console.error(withoutBox(`${result.stdout}\n${result.stderr}`));
    process.exit(result.code);
  }
}
const changed = await runTool("git", ["status", "--short", "--", ":(glob)**/*.gen.*"], root);
console.log(
  changed.stdout.trim() === ""
    ? "Every generated file is as it was committed."
    : `Not as committed:\n${changed.stdout.trimEnd()}`,
);
