// npm run audit: checks the run-time dependencies of the published packages for known vulnerabilities. Exit codes: 0
// (no vulnerabilities), 1 (vulnerabilities found), 2 (the registry returned no advisories, so nothing was checked).
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { readAudit } from "./read-audit.js";
import { runTool } from "@vpcep/run-tool";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { stdout } = await runTool("npm", ["audit", "--omit=dev", "--json"], root);
const { exitCode, text } = readAudit(stdout);
(exitCode === 0 ? console.log : console.error)(text);
process.exitCode = exitCode;
