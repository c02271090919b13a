// Starts the Prism CLI as a mock server for the description.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";

import { answer, answersCall, enforcesCredentials, must } from "./answer.mjs";

const [cli, file] = process.argv.slice(2);
const port = await new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port: free } = server.address();
    server.close(() => resolve(free));
  });
});
const base = `http://127.0.0.1:${port}`;
const prism = spawn(process.execPath, [cli, "mock", file, "--port", String(port), "--errors"]);
let output = "";
for (const stream of [prism.stdout, prism.stderr]) stream.on("data", (chunk) => (output += chunk));

await answer("loads", async () => {
  const deadline = Date.now() + 60_000;
  while (!output.includes("listening")) {
    must(prism.exitCode === null && Date.now() < deadline, output.trim().split("\n").at(-1));
    await setTimeout(100);
  }
});
await answer("credentials", () => enforcesCredentials(base));
await answer("call", () => answersCall(base));
prism.kill();
