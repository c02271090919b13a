import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import type { RedoclyResult } from "./redocly.js";

/** A Redocly CLI process that handles many runs, one at a time. */
export interface Engine {
  readonly run: (args: readonly string[], folder: string) => Promise<RedoclyResult>;
  readonly stop: () => void;
}

export function startEngine(): Engine {
  const server = fileURLToPath(new URL("engine-server.mjs", import.meta.url));
  const child = spawn(process.execPath, [server], {
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      REDOCLY_TELEMETRY: "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const waiting: ((result: RedoclyResult) => void)[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    waiting.shift()?.(JSON.parse(line) as RedoclyResult);
  });
  return {
    run: (args, folder) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        child.stdin.write(`${JSON.stringify({ args, folder })}\n`);
      }),
    stop: () => child.kill(),
  };
}
