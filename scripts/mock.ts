// Builds and starts the mock. Accepts the same options as `vpcep-mock`.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { runTurbo } from "./run-turbo.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const { code } = await runTurbo(root, ["@vpcep/mock#build"]);
if (code !== 0) process.exit(code);
await import(new URL("../packages/mock/dist/cli.js", import.meta.url).href);
