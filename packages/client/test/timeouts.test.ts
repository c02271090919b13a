import { expect, test } from "@jest/globals";

import type { TimeoutError } from "../src/index.js";
import { json, rejection, stubClient } from "./stub-client.js";

const never = (): Promise<Response> => new Promise(() => undefined);
/** A response that has headers, but whose body never ends. */
const endless = (): Promise<Response> => Promise.resolve(new Response(new ReadableStream()));

test.each([
  ["a fetch that never resolves and ignores its signal", never],
  ["a body that never ends", endless],
])("attemptTimeoutMs limits %s, and the request is retried", async (_, answer) => {
  const { vpcep, requests } = stubClient([answer], { attemptTimeoutMs: 30 });
  expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
    name: "TimeoutError",
    attempts: 3,
    delaysMs: [250, 500],
  });
  expect(requests).toHaveLength(3);
  expect(requests.every(({ init }) => init.signal?.aborted)).toBe(true);
});

test("timeoutMs limits the total time of all attempts", async () => {
  const { vpcep } = stubClient([never], {
    timeoutMs: 600,
    attemptTimeoutMs: 40,
    maxAttempts: 1e9,
    random: () => 0,
  });
  const error = (await rejection(vpcep.getVpcEndpointService("s"))) as TimeoutError;
  expect(error).toMatchObject({ name: "TimeoutError", timeoutMs: 600 });
  expect(error.attempts).toBeGreaterThan(1);
  expect(error.message).toContain("No response within 600 ms (GET https://");
});

test("a call can set its own timeoutMs", async () => {
  const { vpcep } = stubClient([never]);
  const error = await rejection(vpcep.getVpcEndpointService("s", { timeoutMs: 20 }));
  expect((error as Error).message).toContain("No response within 20 ms");
});

test("fails immediately if the next delay exceeds the call timeout", async () => {
  const { vpcep, sleeps } = stubClient([json(503, {})], { random: () => 1, timeoutMs: 100 });
  expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
    name: "ServerError",
    status: 503,
    attempts: 1,
  });
  expect(sleeps).toEqual([]);
});

test("the cause of a timeout during a delay is the last failure", async () => {
  const { vpcep } = stubClient([json(503, {})], {
    sleep: () => new Promise(() => undefined),
    random: () => 0,
    timeoutMs: 50,
  });
  expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
    name: "TimeoutError",
    timeoutMs: 50,
    cause: { name: "ServerError", status: 503 },
  });
});

test("attemptTimeoutMs also limits the duration of the token function", async () => {
  const { vpcep, requests } = stubClient([json(200, {})], {
    token: () => new Promise(() => undefined),
    attemptTimeoutMs: 20,
    maxAttempts: 1,
  });
  expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({ name: "TimeoutError" });
  expect(requests).toHaveLength(0);
});

test("aborting while the body is being read rejects the call with the caller's reason", async () => {
  const controller = new AbortController();
  const reason = new Error("the caller's own");
  const { vpcep } = stubClient([endless]);
  const call = vpcep.getVpcEndpointService("s", { signal: controller.signal });
  setTimeout(() => {
    controller.abort(reason);
  }, 20);
  expect(await rejection(call)).toBe(reason);
});

test("a timeout of Infinity disables the time limit", async () => {
  const { vpcep } = stubClient([json(200, { status: "available" })], {
    timeoutMs: Infinity,
    attemptTimeoutMs: Infinity,
  });
  await expect(vpcep.getVpcEndpointService("s")).resolves.toBeTruthy();
});

test("a finished call removes its listeners from the caller's signal", async () => {
  const { signal } = new AbortController();
  const held = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = ((...args: Parameters<typeof add>) => {
    held.add(args[1]);
    add(...args);
  }) as typeof add;
  signal.removeEventListener = ((...args: Parameters<typeof remove>) => {
    held.delete(args[1]);
    remove(...args);
  }) as typeof remove;
  const { vpcep } = stubClient([json(200, {})]);
  await vpcep.getVpcEndpointService("s", { signal });
  await new Promise(setImmediate);
  expect(held.size).toBe(0);
});
