// Tests for problems reported in the issue trackers of other HTTP clients.
import { createServer, type RequestListener } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

import { expect, jest, test } from "@jest/globals";

import { type ClientOptions, createClient, type VpcepClient } from "../src/index.js";
import { onLoopback } from "./loopback.js";
import { json, rejection, stubClient } from "./stub-client.js";

const body = '{"status":"available"}';
const available = { status: "available" };

/** Starts a server, and passes a client for the server to `use`. */
async function against<Result>(
  listener: RequestListener,
  use: (vpcep: VpcepClient, closeConnections: () => void) => Promise<Result>,
  options: Partial<ClientOptions> = {},
): Promise<Result> {
  const server = createServer(listener);
  let result: Result | undefined;
  await onLoopback(server, async (port) => {
    const place = { baseUrl: `http://127.0.0.1:${port}`, projectId: "p", token: "the-token" };
    const vpcep = createClient({ ...place, random: () => 0, ...options } as ClientOptions);
    result = await use(vpcep, () => {
      server.closeAllConnections();
    });
  });
  return result as Result;
}

// Reported in node-fetch/node-fetch issue 541 and react/react-native issue 30008.
test("ignores a byte order mark in data and errors", async () => {
  const read = (status: number, text: string) =>
    against(
      (_, response) => response.writeHead(status).end(`\uFEFF${text}`),
      (vpcep) => vpcep.getVpcEndpointService("s").catch((error: unknown) => error),
    );
  expect(await read(200, body)).toEqual(available);
  expect(await read(404, '{"error_code":"EndPoint.0005"}')).toMatchObject({
    errorCode: "EndPoint.0005",
  });
});

// Reported in stripe/stripe-node issue 1040 and nodejs/node issue 47130.
test("works with servers that close idle connections", async () => {
  const seen = await against(
    (_, response) => response.end(body),
    async (vpcep, closeConnections) => {
      const answers = [];
      for (let call = 0; call < 5; call++) {
        answers.push(await vpcep.getVpcEndpointService("s"));
        closeConnections();
      }
      return answers;
    },
  );
  expect(seen).toEqual(Array(5).fill(available));
});

test("retries after a truncated body", async () => {
  let requests = 0;
  const answer = await against(
    (request, response) => {
      if (requests++ > 0) return response.end(body);
      response.writeHead(200, { "Content-Length": "100" }).write(body);
      return setTimeout(() => request.socket.destroy(), 20);
    },
    (vpcep) => vpcep.getVpcEndpointService("s"),
  );
  expect([answer, requests]).toEqual([available, 2]);
});

// Reported in sindresorhus/got issues 965 and 974.
test.each<[string, Partial<ClientOptions>]>([
  ["fetch", { fetch: () => pause(30).then(() => Promise.reject(new Error("late"))) }],
  ["a token function", { token: () => pause(30).then(() => Promise.reject(new Error("late"))) }],
])("handles a late rejection from %s", async (_, options) => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", note);
  const { vpcep } = stubClient([json(200, available)], { timeoutMs: 10, ...options });
  expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({ name: "TimeoutError" });
  await pause(50);
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});

// Reported in node-fetch/node-fetch issue 151, in which clones of large responses hang.
test("middleware can clone a 1 MB response and read the clone", async () => {
  const text = JSON.stringify({ status: "x".repeat(1_000_000) });
  const { vpcep } = stubClient([() => Promise.resolve(new Response(text))]);
  const seen: number[] = [];
  vpcep.use({
    async onResponse({ response }) {
      seen.push((await response.clone().text()).length);
    },
  });
  await vpcep.getVpcEndpointService("s");
  expect(seen).toEqual([text.length]);
});

test("credentials replace a header that middleware set in lowercase", async () => {
  const seen = await against(
    (request, response) => response.end(JSON.stringify({ token: request.headers["x-auth-token"] })),
    (vpcep) => {
      vpcep.use({
        onRequest({ request }) {
          request.headers.set("x-auth-token", "another-token");
        },
      });
      return vpcep.getVpcEndpointService("s");
    },
  );
  expect(seen).toEqual({ token: "the-token" });
});

test("handles deeply nested JSON and the key __proto__", async () => {
  const deep = "[".repeat(50_000) + "]".repeat(50_000);
  const { vpcep } = stubClient([new Response(`{"__proto__":{"polluted":1},"deep":${deep}}`)]);
  const service = await vpcep.getVpcEndpointService("s");
  expect(Object.getPrototypeOf(service)).toBe(Object.prototype);
  expect({}).not.toHaveProperty("polluted");
});

// Reported in openai/openai-node issue 1840, in which the OpenAI client waited for an hour.
test("fails immediately if Retry-After is one hour", async () => {
  const { vpcep, sleeps } = stubClient([json(429, {}, { "Retry-After": "3600" })]);
  expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
    name: "RateLimitError",
    retryAfterMs: 3_600_000,
  });
  expect(sleeps).toEqual([]);
});

// Reported in vitest-dev/vitest issue 7314.
test("fake timers control delays and time limits", async () => {
  jest.useFakeTimers();
  try {
    const answers = [new Response("", { status: 503 }), json(200, available)];
    const { vpcep } = stubClient(answers, { sleep: undefined });
    const call = vpcep.getVpcEndpointService("s");
    await jest.advanceTimersByTimeAsync(250);
    expect(await call).toEqual(available);
    const { vpcep: slow } = stubClient([() => new Promise(() => undefined)]);
    const late = rejection(slow.getVpcEndpointService("s", { timeoutMs: 15_000 }));
    await jest.advanceTimersByTimeAsync(15_000);
    expect(await late).toMatchObject({ name: "TimeoutError" });
  } finally {
    jest.useRealTimers();
  }
});
