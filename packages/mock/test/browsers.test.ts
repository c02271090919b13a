import { connect } from "node:net";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";

import { ask } from "./ask.js";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

test("supports CORS requests from any origin", async () => {
  const origin = { Origin: "http://127.0.0.1:8080" };
  const preflight = await ask(mock, {
    method: "OPTIONS",
    anonymous: true,
    headers: {
      ...origin,
      "Access-Control-Request-Method": "GET",
      "Access-Control-Request-Headers": "x-auth-token",
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-methods")).toContain("PUT");
  expect(preflight.headers.get("access-control-allow-headers")).toBe("x-auth-token");
  const response = await ask(mock, { headers: origin });
  for (const { headers } of [preflight, response]) {
    // Browsers reject `*` for requests with credentials.
    expect(headers.get("access-control-allow-origin")).toBe(origin.Origin);
    expect(headers.get("access-control-allow-credentials")).toBe("true");
  }
  expect(response.headers.get("access-control-expose-headers")).toContain("X-Request-Id");
});

test("sends no CORS headers without an Origin header", async () => {
  expect((await ask(mock)).headers.has("access-control-allow-origin")).toBe(false);
});

/** Sends raw bytes and reads until the connection closes. */
function sendBytes(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(Number(new URL(mock.url).port), "127.0.0.1", () => socket.write(bytes));
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => (text += chunk));
    socket.on("end", () => {
      resolve(text);
    });
    socket.on("error", reject);
  });
}

test.each([
  ["bytes that are not HTTP", "hello\r\n\r\n", 400],
  [
    "headers that are too large",
    `GET / HTTP/1.1\r\nHost: x\r\nX-Auth-Token: ${"t".repeat(70_000)}\r\n\r\n`,
    431,
  ],
])("responds to %s with an error body that conforms to the contract", async (_, bytes, status) => {
  const text = await sendBytes(bytes);
  expect(text.startsWith(`HTTP/1.1 ${status} `)).toBe(true);
  expect(text).toMatch(/\r\nx-request-id: [0-9a-f]{32}\r\n/);
  const body: unknown = JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4));
  expect(body).toMatchObject({ error_code: "EndPoint.0002", error_msg: expect.any(String) });
});

test("works as an HTTP proxy", async () => {
  const own = await sendBytes("GET http://any.example/_mock/health HTTP/1.0\r\n\r\n");
  expect(own).toMatch(/^HTTP\/1.1 200 /);
  const path = "http://any.example/v1/p/vpc-endpoint-services/s";
  const response = await sendBytes(`GET ${path} HTTP/1.0\r\nX-Auth-Token: mock-token\r\n\r\n`);
  expect(response).toMatch(/^HTTP\/1.1 200 /);
});

test("keeps idle connections open for 65 seconds", async () => {
  expect(
    (await ask(mock, { headers: { Connection: "keep-alive" } })).headers.get("keep-alive"),
  ).toBe("timeout=65");
});

test("accepts a token with 10,240 characters", async () => {
  const response = await ask(mock, { headers: { "X-Auth-Token": "t".repeat(10_240) } });
  expect(response.status).toBe(401);
});
