// Builds what verify needs if need be and checks a server or a recording; the options are those of
// packages/verify.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { runTurbo } from "./run-turbo.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const { code } = await runTurbo(root, ["@vpcep/client#build"]);
// 1 would say that the server breaks the contract.
if (code !== 0) process.exit(2);
await import(new URL("../packages/verify/src/cli.ts", import.meta.url).href);
