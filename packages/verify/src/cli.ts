// The `verify` command. Build the contract first (`npm run build`).
import { setTimeout as sleep } from "node:timers/promises";
import { styleText } from "node:util";

import { verify } from "./verify.js";

const colours = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;

process.exitCode = await verify(process.argv.slice(2), {
  env: process.env,
  stdin: process.stdin.isTTY ? undefined : (process.stdin as AsyncIterable<Buffer>),
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  writeProgress: process.stderr.isTTY ? (text) => process.stderr.write(text) : undefined,
  paint: (style, text) => (colours ? styleText(style, text) : text),
  sleep,
});
