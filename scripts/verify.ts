// Builds the dependencies of packages/verify, and then runs its command-line program. Accepts the same options as
// packages/verify.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { runTurbo } from "./run-turbo.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const { code } = await runTurbo(root, ["@vpcep/client#build"]);
// Exit code 1 is reserved for contract violations by the server.
if (code !== 0) process.exit(2);
await import(new URL("../packages/verify/src/cli.ts", import.meta.url).href);
