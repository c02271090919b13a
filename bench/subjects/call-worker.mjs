// Runs a client in its own process, and measures a block of calls whenever the parent process requests a measurement.
import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";

/* global Response */

const [, , file, mode, baseUrl, bodyFile] = process.argv;
const body = await readFile(bodyFile);
const projectId = "6e9dfd51d1124e8d8498dce894923a0d";
const serviceId = "4189d3c2-8882-4871-a3c2-d380272eed83";

/** Responds immediately, so that the measured time includes only the client and the creation of a `Response`. */
const stub = () =>
  Promise.resolve(
    new Response(body, {
      headers: { "content-type": "application/json", "content-length": String(body.length) },
    }),
  );

const { create } = await import(file);
const call = create({
  baseUrl,
  projectId,
  token: "0".repeat(2048),
  ...(mode === "in-process" ? { fetch: stub } : {}),
});
const first = await call(serviceId);
if (first.id !== serviceId || first.ports.length !== 2) throw new Error(`${file}: wrong answer`);

async function block(calls, atOnce) {
  const latencies = [];
  let left = calls;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      const started = performance.now();
      await call(serviceId);
      latencies.push(performance.now() - started);
    }
  };
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(Array.from({ length: atOnce }, lane));
  const wallMs = performance.now() - started;
  const used = process.cpuUsage(cpu);
  latencies.sort((a, b) => a - b);
  return {
    cpuUs: (used.user + used.system) / calls,
    wallUs: (wallMs * 1000) / calls,
    medianUs: latencies[Math.floor(calls / 2)] * 1000,
  };
}

process.on("message", ({ calls, atOnce }) => {
  block(calls, atOnce).then(
    (measured) => process.send(measured),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.send("ready");
