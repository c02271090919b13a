// Asks the registry for known weaknesses in what the published packages bring along at run time. Exit code 1:
// there are some. Exit code 2: no answer (a closed network, a mirror without advisories), so nothing was
// checked; that must never look like a clean result.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { readAudit } from "./read-audit.js";
import { runTool } from "@vpcep/run-tool";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { stdout } = await runTool("npm", ["audit", "--omit=dev", "--json"], root);
const { exitCode, text } = readAudit(stdout);
(exitCode === 0 ? console.log : console.error)(text);
process.exitCode = exitCode;
