import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";

import { expect, test } from "@jest/globals";

const requests = 100_000;
const concurrency = 64;
const path = "/v1/p/vpc-endpoint-services/s";

/** Runs the mock in a separate process, which reports its URL and, on request, its heap size after garbage collection. */
const program = `
import { startMock } from "@vpcep/mock";
const mock = await startMock();
process.on("message", () => { gc(); process.send(process.memoryUsage().heapUsed); });
process.send(mock.url);
`;

/** Request paths and headers, covering examples, generated bodies, scenarios for new services, and errors. */
const asks: readonly ((index: number) => [path: string, headers: Record<string, string>])[] = [
  () => [path, {}],
  () => [path, { prefer: "dynamic=true" }],
  (index) => [`${path}-${index}`, { prefer: "scenario=create" }],
  () => [path, { prefer: "code=503" }],
  () => [path, { "x-mock-fault": "throttle=429" }],
  () => [path, { "x-auth-token": "wrong" }],
];

function ask(url: string, agent: Agent, index: number): Promise<number> {
  const [target, headers] = asks[index % asks.length]?.(index) ?? [path, {}];
  return new Promise((resolve, reject) => {
    request(url + target, { agent, headers: { "x-auth-token": "mock-token", ...headers } })
      .on("response", (response) => {
        response.resume();
        response.on("end", () => {
          resolve(response.statusCode ?? 0);
        });
        response.on("error", reject);
      })
      .on("error", reject)
      .end();
  });
}

test(`handles ${requests.toLocaleString("en")} requests, ${concurrency} at a time, without errors or memory growth`, async () => {
  const child = fork("--", {
    cwd: import.meta.dirname,
    execArgv: ["--expose-gc", "--input-type=module", "--eval", program],
  });
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  try {
    const [url] = (await once(child, "message")) as [string];
    const heap = async (): Promise<number> => {
      child.send("heap");
      return ((await once(child, "message")) as [number])[0] / 1e6;
    };
    const statuses = new Map<number, number>();
    const heaps: number[] = [];
    let next = 0;
    const runUntil = async (end: number): Promise<void> => {
      const worker = async (): Promise<void> => {
        while (next < end) {
          const status = await ask(url, agent, next++);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      };
      await Promise.all(Array.from({ length: concurrency }, worker));
    };
    // The first 60% of the requests open the connections and fill the scenario list.
    for (const end of [0.6, 0.7, 0.8, 0.9, 1]) {
      await runUntil(requests * end);
      heaps.push(await heap());
    }
    console.info(
      `heap size after each batch of requests, in MB: ${heaps.map((size) => size.toFixed(1)).join(", ")}`,
    );
    expect([...statuses.keys()].sort()).toEqual([200, 401, 429, 503]);
    expect([...statuses.values()].reduce((sum, count) => sum + count)).toBe(requests);
    expect(Math.max(...heaps) - Math.min(...heaps)).toBeLessThan(3);
  } finally {
    agent.destroy();
    child.kill();
  }
}, 900_000);
