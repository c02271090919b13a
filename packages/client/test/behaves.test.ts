// Tests for problems that users reported in similar clients.
import { createServer } from "node:http";

import { describe, expect, test } from "@jest/globals";

import { createClient } from "../src/index.js";
import { onLoopback } from "./loopback.js";
import { json, rejection, stubClient } from "./stub-client.js";

const ok = json(200, { status: "available" });
const never = <Result>(): Promise<Result> => new Promise(() => undefined);

describe("a token function", () => {
  test("aborts a hanging token function when the attempt times out, and calls it again for the next attempt", async () => {
    const signals: AbortSignal[] = [];
    const { vpcep } = stubClient([ok], {
      token: ({ signal }) => (signals.push(signal) === 1 ? never() : "good"),
      attemptTimeoutMs: 30,
    });
    await expect(vpcep.getVpcEndpointService("s")).resolves.toBeTruthy();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  test("does not abort a token function that another call is waiting for", async () => {
    const signals: AbortSignal[] = [];
    const { vpcep } = stubClient([ok], {
      token: async ({ signal }) => {
        signals.push(signal);
        await new Promise((resolve) => setTimeout(resolve, 60));
        return "good";
      },
      maxAttempts: 1,
    });
    const gaveUp = rejection(vpcep.getVpcEndpointService("a", { timeoutMs: 20 }));
    const waits = vpcep.getVpcEndpointService("b");
    expect(await gaveUp).toMatchObject({ name: "TimeoutError" });
    await expect(waits).resolves.toBeTruthy();
    expect(signals[0]?.aborted).toBe(false);
  });

  test("retries a token function after a network failure, and reports the failure's error code", async () => {
    let asked = 0;
    const cause = Object.assign(new TypeError("fetch failed"), {
      cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
    });
    const { vpcep } = stubClient([ok], {
      token: () => (++asked < 3 ? Promise.reject(cause) : "good"),
    });
    await expect(vpcep.getVpcEndpointService("s")).resolves.toBeTruthy();
    const down = stubClient([ok], { token: () => Promise.reject(cause) });
    expect(await rejection(down.vpcep.getVpcEndpointService("s"))).toMatchObject({
      name: "CredentialsError",
      code: "ECONNREFUSED",
      message: expect.stringContaining("(ECONNREFUSED)") as unknown,
    });
    expect(down.requests).toHaveLength(0);
  });
});

describe("permanent failures are not retried", () => {
  const withCode = (code: string) =>
    Object.assign(new TypeError("fetch failed"), {
      cause: Object.assign(new Error(`about ${code}`), { code }),
    });

  test.each([
    "ENOTFOUND",
    "CERT_HAS_EXPIRED",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "HPE_INVALID_CONSTANT",
  ])("a failure with the code %s is not retried, and the error contains the code", async (code) => {
    const { vpcep } = stubClient([withCode(code)]);
    expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
      name: "ConnectionError",
      attempts: 1,
      retryable: false,
      code,
      message: expect.stringContaining(`${code}: about ${code}`) as unknown,
    });
  });

  test.each(["ECONNRESET", "UND_ERR_SOCKET", "EAI_AGAIN", "ConnectionRefused"])(
    "%s is retried",
    async (code) => {
      const { vpcep } = stubClient([withCode(code)]);
      expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
        attempts: 3,
        code,
      });
    },
  );

  test.each([
    ["Failed to fetch", 3],
    ["Load failed", 3],
    ["NetworkError when attempting to fetch resource.", 3],
    ["Network request failed", 3],
    ["x is not a function", 1],
    ["Failed to parse URL from [object Object]", 1],
  ])("the error message %j results in %i attempts", async (text, attempts) => {
    const { vpcep } = stubClient([new TypeError(text)]);
    expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({ attempts });
  });

  test.each([
    undefined,
    null,
    {},
    { status: 200 },
    { ok: true, status: 200, json: () => ({}) },
    "text",
  ])("a custom fetch that returns %j is not retried", async (given) => {
    const { vpcep } = stubClient([() => Promise.resolve(given as Response)]);
    expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
      name: "InvalidArgumentError",
      argument: "fetch",
      attempts: 1,
    });
  });

  test("does not retry if the response body has already been read", async () => {
    const once = new Response('{"status":"available"}');
    const { vpcep } = stubClient([() => Promise.resolve(once)]);
    await vpcep.getVpcEndpointService("s");
    const error = await rejection(vpcep.getVpcEndpointService("s"));
    expect(error).toMatchObject({ argument: "fetch", attempts: 1 });
    expect((error as Error).message).toContain("already read");
  });

  test("reads a response without a web stream, as in React Native", async () => {
    const { vpcep } = stubClient([
      () =>
        Promise.resolve({
          status: 200,
          headers: new Headers({ "X-Request-Id": "r" }),
          text: () => Promise.resolve('{"status":"available"}'),
        } as Response),
    ]);
    const { requestId } = await vpcep.getVpcEndpointService.withResponse("s");
    expect(requestId).toBe("r");
  });
});

describe("a wait", () => {
  const state = (status: string) => json(200, { status });

  test("a wait continues after temporary failures until the wait times out", async () => {
    const hiccup = new Response("", { status: 502 });
    const { vpcep } = stubClient([
      state("creating"),
      ...Array<Response>(7).fill(hiccup),
      state("available"),
    ]);
    await expect(
      vpcep.waitForVpcEndpointService("s", { until: "available" }),
    ).resolves.toBeTruthy();
    const down = stubClient([hiccup], { sleep: undefined, random: () => 0 });
    expect(
      await rejection(
        down.vpcep.waitForVpcEndpointService("s", {
          until: "available",
          timeoutMs: 400,
          intervalMs: 5,
        }),
      ),
    ).toMatchObject({ name: "TimeoutError", timeoutMs: 400, cause: { status: 502 } });
  });

  test("a wait fails immediately after a permanent failure", async () => {
    const { vpcep, requests } = stubClient([json(403, {})]);
    expect(
      await rejection(vpcep.waitForVpcEndpointService("s", { until: "deleted" })),
    ).toMatchObject({ name: "PermissionDeniedError" });
    expect(requests).toHaveLength(1);
  });

  test("a wait bypasses caches", async () => {
    const { vpcep, requests } = stubClient([state("creating"), state("available")]);
    await vpcep.waitForVpcEndpointService("s", { until: "available" });
    expect(requests.map(({ init }) => init.cache)).toEqual(["no-store", "no-store"]);
  });
});

describe("options of a call", () => {
  test.each<[string, unknown, string]>([
    ["a misspelled option", { timeout: 5 }, "timeout"],
    ["null", null, "options"],
    ["the index that Array.map passes", 1, "options"],
  ])("%s is rejected, and the error message names the option", async (_, options, argument) => {
    const { vpcep, requests } = stubClient([ok]);
    const bad = options as never;
    expect(await rejection(vpcep.getVpcEndpointService("s", bad))).toMatchObject({ argument });
    expect(await rejection(vpcep.waitForVpcEndpointService("s", bad))).toMatchObject({ argument });
    expect(requests).toHaveLength(0);
  });
});

describe("hooks", () => {
  const down = new Error("log sink down");
  const unhandled: unknown[] = [];

  test.each(["onEvent", "onDrift", "onPoll"])("the call rejects if %s rejects", async (hook) => {
    const note = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", note);
    const rejecting = { [hook]: () => Promise.reject(down) };
    const validate = (_: unknown, drift?: (found: never) => void) => (drift?.({} as never), []);
    const { vpcep } = stubClient([ok], hook === "onPoll" ? {} : { ...rejecting, validate });
    const call =
      hook === "onPoll"
        ? vpcep.waitForVpcEndpointService("s", { until: "available", ...rejecting })
        : vpcep.getVpcEndpointService("s");
    expect(await rejection(call)).toBe(down);
    await new Promise(setImmediate);
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });
});

describe("signals", () => {
  test.each([[[]], [[{ onRequest: () => undefined }]]])(
    "signals from jsdom are not passed to fetch, which would reject them; middleware: %j",
    async (middleware) => {
      const { AbortController: native, Request: nativeRequest } = globalThis;
      class ForeignController extends native {}
      class PickyRequest extends nativeRequest {
        constructor(input: string, init?: RequestInit) {
          if (init?.signal) throw new TypeError("Expected signal to be an instance of AbortSignal");
          super(input, init);
        }
      }
      Object.assign(globalThis, { AbortController: ForeignController, Request: PickyRequest });
      try {
        const { vpcep, requests } = stubClient([ok, () => never()], { timeoutMs: 50 });
        vpcep.use(...middleware);
        await expect(vpcep.getVpcEndpointService("s")).resolves.toBeTruthy();
        expect(requests[0]?.init).not.toHaveProperty("signal");
        expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
          name: "TimeoutError",
        });
      } finally {
        Object.assign(globalThis, { AbortController: native, Request: nativeRequest });
      }
    },
  );

  test("Node prints no warning if many calls share a signal", async () => {
    const warnings: unknown[] = [];
    const note = (warning: unknown) => warnings.push(warning);
    process.on("warning", note);
    const controller = new AbortController();
    const server = createServer((_, response) => response.end('{"status":"available"}'));
    await onLoopback(server, async (port) => {
      const vpcep = createClient({
        baseUrl: `http://127.0.0.1:${port}`,
        projectId: "p",
        token: "t",
      });
      const { signal } = controller;
      await Promise.all(
        Array.from({ length: 40 }, () => vpcep.getVpcEndpointService("s", { signal })),
      );
    });
    await new Promise(setImmediate);
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });

  test.each([null, 0, "", false, "why", 7])(
    "a call rejects with the abort reason %j",
    async (reason) => {
      const controller = new AbortController();
      const { vpcep } = stubClient([() => never()]);
      const call = rejection(vpcep.getVpcEndpointService("s", { signal: controller.signal }));
      setTimeout(() => {
        controller.abort(reason);
      }, 5);
      expect(await call).toBe(reason);
      expect(await rejection(vpcep.getVpcEndpointService("s", { signal: controller.signal }))).toBe(
        reason,
      );
    },
  );
});
