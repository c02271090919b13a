// Starts the worker in workerd and requests an endpoint service's status.
import { spawn } from "node:child_process";
import { once } from "node:events";

const program = "node_modules/@cloudflare/workerd-linux-64/bin/workerd";
const worker = spawn(program, ["serve", "--control-fd=3", "worker.capnp"], {
  stdio: ["ignore", "inherit", "inherit", "pipe"],
});
try {
  const [line] = await Promise.race([once(worker.stdio[3], "data"), once(worker, "exit")]);
  const { port } = JSON.parse(String(line));
  const service = encodeURIComponent(process.env.VPCEP_BASE_URL);
  const response = await fetch(`http://127.0.0.1:${port}/?service=${service}`);
  const status = await response.text();
  if (status !== "available") throw new Error(`The status is ${response.status} ${status}.`);
} finally {
  worker.kill();
}
