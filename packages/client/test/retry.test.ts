import { describe, expect, test } from "@jest/globals";

import type { ClientEvent } from "../src/index.js";
import { json, rejection, stubClient } from "./stub-client.js";

const ok = json(200, { status: "available" });

describe("retries", () => {
  test.each([408, 429, 500, 502, 503, 504])("%i is retried", async (status) => {
    const { vpcep, requests } = stubClient([new Response("", { status }), ok]);
    await expect(vpcep.getVpcEndpointService("s")).resolves.toBeTruthy();
    expect(requests).toHaveLength(2);
  });

  test("retries network failures and 400 responses with EndPoint.0022", async () => {
    const { vpcep, requests, sleeps } = stubClient([
      json(400, { error_code: "EndPoint.0022", error_msg: "Too many." }),
      new TypeError("fetch failed"),
      ok,
    ]);
    await expect(vpcep.getVpcEndpointService("s")).resolves.toBeTruthy();
    expect(requests).toHaveLength(3);
    expect(sleeps).toHaveLength(2);
  });

  test.each([302, 400, 403, 404, 405, 407, 409, 501, 505])("%i is not retried", async (status) => {
    const { vpcep, requests } = stubClient([new Response("", { status }), ok]);
    expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
      status,
      attempts: 1,
    });
    expect(requests).toHaveLength(1);
  });

  test("does not retry a 200 with an invalid body", async () => {
    const { vpcep, requests } = stubClient([new Response("<html>")]);
    expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
      name: "InvalidResponseError",
      attempts: 1,
    });
    expect(requests).toHaveLength(1);
  });
});

describe("delays before retries", () => {
  const delays = async (headers: Record<string, string>, options = {}) => {
    const { vpcep, sleeps } = stubClient([new Response("", { status: 503, headers })], options);
    await rejection(vpcep.getVpcEndpointService("s"));
    return sleeps;
  };

  test("delays are random, with a limit that starts at 500 ms, doubles with each retry, and is capped at maxDelayMs", async () => {
    expect(await delays({}, { maxAttempts: 5 })).toEqual([250, 500, 1000, 2000]);
    expect(await delays({}, { maxAttempts: 4, random: () => 0 })).toEqual([0, 0, 0]);
    expect(await delays({}, { maxAttempts: 4, maxDelayMs: 800, random: () => 1 })).toEqual([
      500, 800, 800,
    ]);
  });

  test("respects Retry-After, in seconds or as a date", async () => {
    expect(await delays({ "Retry-After": "7" })).toEqual([7000, 7000]);
    expect(await delays({ "Retry-After": "0" })).toEqual([0, 0]);
    const now = () => Date.UTC(2026, 0, 1, 12, 0, 0);
    expect(await delays({ "Retry-After": "Thu, 01 Jan 2026 12:00:09 GMT" }, { now })).toEqual([
      9000, 9000,
    ]);
  });

  test("waits at most maxDelayMs, even if Retry-After is longer", async () => {
    expect(await delays({ "Retry-After": "40" })).toEqual([30_000, 30_000]);
  });

  test.each(["86400", "9".repeat(400), "Fri, 01 Jan 2100 00:00:00 GMT"])(
    "fails immediately if Retry-After %s exceeds the call timeout",
    async (value) => {
      const { vpcep, sleeps } = stubClient([
        new Response("", { status: 503, headers: { "Retry-After": value } }),
      ]);
      expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
        name: "ServerError",
        attempts: 1,
        retryable: true,
        retryAfterMs: expect.any(Number) as unknown,
      });
      expect(sleeps).toEqual([]);
    },
  );

  test.each<[string, Record<string, string>, number]>([
    ["blanks", { "Retry-After": "  7  " }, 7000],
    ["a fraction", { "Retry-After": "1.5" }, 1500],
    ["no digit before the decimal point", { "Retry-After": ".25" }, 250],
    ["a unit", { "Retry-After": "2s" }, 2000],
    ["the header twice", { "Retry-After": "3, 3" }, 3000],
    ["milliseconds", { "retry-after-ms": "1250", "Retry-After": "9" }, 1250],
    [
      "a date relative to the Date header",
      { "Retry-After": "Thu, 01 Jan 2026 12:00:09 GMT", Date: "Thu, 01 Jan 2026 12:00:00 GMT" },
      9000,
    ],
    [
      "an ISO 8601 date",
      { "Retry-After": "2026-01-01T12:00:04Z", Date: "Thu, 01 Jan 2026 12:00:00 GMT" },
      4000,
    ],
  ])("respects Retry-After with %s", async (_, headers, ms) => {
    expect(await delays(headers)).toEqual([ms, ms]);
  });

  test.each(["soon", "-5", "1e3", "Thu, 01 Jan 1970 00:00:00 GMT", ""])(
    "ignores the invalid Retry-After %j",
    async (value) => {
      expect(await delays({ "Retry-After": value })).toEqual([250, 500]);
    },
  );
});

test("errors and events report the number of attempts and the delays", async () => {
  const { vpcep, events } = stubClient([
    new Response("", { status: 500, headers: { "X-Request-Id": "r" } }),
  ]);
  const error = await rejection(vpcep.getVpcEndpointService("s"));
  expect(error).toMatchObject({ attempts: 3, delaysMs: [250, 500], retryable: true });
  // Earlier failures appear in events, but not as the cause of the last error.
  expect([error, ...events].filter((told) => "cause" in (told as object))).toEqual([]);
  expect(events.map((event) => [event.type, event.attempts, event.delaysMs])).toEqual([
    ["request", 1, []],
    ["response", 1, []],
    ["retry", 1, [250]],
    ["request", 2, [250]],
    ["response", 2, [250]],
    ["retry", 2, [250, 500]],
    ["request", 3, [250, 500]],
    ["response", 3, [250, 500]],
  ]);
  const retry = events[2] as Extract<ClientEvent, { type: "retry" }>;
  expect(retry.delayMs).toBe(250);
  expect(retry.error).toMatchObject({ name: "ServerError", attempts: 1, delaysMs: [] });
  expect(events[1]).toMatchObject({ status: 500, requestId: "r" });
});

test("maxAttempts 1 disables retries", async () => {
  const { vpcep, requests } = stubClient([new Response("", { status: 500 })], { maxAttempts: 1 });
  expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({ attempts: 1 });
  expect(requests).toHaveLength(1);
});

test("an abort during a delay rejects the call with the caller's reason and prevents further requests", async () => {
  const controller = new AbortController();
  const { vpcep, requests } = stubClient([new Response("", { status: 503 })], {
    onEvent: (event) => {
      if (event.type === "retry") controller.abort("enough");
    },
    sleep: undefined,
    maxDelayMs: 60_000,
    random: () => 1,
  });
  expect(await rejection(vpcep.getVpcEndpointService("s", { signal: controller.signal }))).toBe(
    "enough",
  );
  expect(requests).toHaveLength(1);
});

test("an already aborted signal prevents the request", async () => {
  const { vpcep, requests } = stubClient([ok]);
  const signal = AbortSignal.abort("before");
  expect(await rejection(vpcep.getVpcEndpointService("s", { signal }))).toBe("before");
  expect(
    await rejection(vpcep.waitForVpcEndpointService("s", { until: "available", signal })),
  ).toBe("before");
  expect(requests).toHaveLength(0);
});
