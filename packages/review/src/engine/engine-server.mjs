// Server that runs the Redocly CLI many times in one process to save startup time. For each run, the server reads one
// line of JSON (`{ args, folder }`) and writes the error output as one line of JSON.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { dirname, join } from "node:path";

const cli = join(
  dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")),
  "lib/index.js",
);
const answer = process.stdout.write.bind(process.stdout);
let stderr = "";
process.stdout.write = () => true;
process.stderr.write = (text) => {
  stderr += String(text);
  return true;
};
const state = { ended: false };
process.exit = () => {
  state.ended = true;
};

let run = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const { args, folder } = JSON.parse(line);
  process.chdir(folder);
  process.argv = [process.argv[0], "redocly", ...args];
  state.ended = false;
  stderr = "";
  await import(`${pathToFileURL(cli).href}?run=${run++}`);
  const output = args[args.indexOf("--output") + 1];
  const end = performance.now() + 20_000;
  // After some errors, the CLI prints a message but does not exit, so stop waiting when there is no more output.
  let [printed, since] = [stderr.length, performance.now()];
  while (!isJson(output) && !state.ended && performance.now() < end) {
    await wait(2);
    if (stderr.length !== printed) [printed, since] = [stderr.length, performance.now()];
    if (/error|failed/i.test(stderr) && performance.now() - since > 2_000) break;
  }
  answer(`${JSON.stringify(stderr)}\n`);
}

function isJson(file) {
  try {
    JSON.parse(readFileSync(file, "utf8"));
    return true;
  } catch {
    return false;
  }
}
