import { execFileSync } from "node:child_process";

import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { getVpcEndpointService } from "@vpcep/mock/msw";
import { setupServer } from "msw/node";

import { wrongWith } from "./contract-checker.js";

const server = setupServer();
beforeAll(() => {
  server.listen({ onUnhandledRequest: "error" });
});
afterEach(() => {
  server.resetHandlers();
});
afterAll(() => {
  server.close();
});

const base =
  "https://vpcep.eu-de.otc.t-systems.com/v1/6e9dfd51d1124e8d8498dce894923a0d/vpc-endpoint-services";
const call = (id = "orders-1", init?: RequestInit): Promise<Response> =>
  fetch(`${base}/${id}`, init);

async function responses(
  count: number,
): Promise<{ status: number; body: Record<string, unknown> }[]> {
  const found = [];
  for (let index = 0; index < count; index++) {
    const response = await call();
    const { status, headers } = response;
    const text = await response.text();
    const json = headers.get("content-type") === "application/json";
    const body = (json ? JSON.parse(text) : text) as Record<string, unknown>;
    expect(wrongWith({ status, headers, body })).toBeUndefined();
    found.push({ status, body });
  }
  return found;
}

test("returns an available service with the requested IDs", async () => {
  server.use(getVpcEndpointService());
  const [response] = await responses(1);
  expect(response).toMatchObject({
    status: 200,
    body: {
      id: "orders-1",
      project_id: "6e9dfd51d1124e8d8498dce894923a0d",
      status: "available",
      service_name: "test123",
    },
  });
});

test("returns a sequence of responses and repeats the last one", async () => {
  server.use(getVpcEndpointService(401, { response: 503, times: 2 }, 200));
  expect((await responses(6)).map(({ status }) => status)).toEqual([401, 503, 503, 200, 200, 200]);
});

test("keeps a service's other fields when its state changes", async () => {
  server.use(getVpcEndpointService("creating", "creating", "available"));
  const found = (await responses(3)).map(({ body }) => body);
  expect(found.map(({ status }) => status)).toEqual(["creating", "creating", "available"]);
  const [first, , last] = found;
  expect(last).toEqual({ ...first, status: "available", updated_at: last?.["updated_at"] });
});

test.each([400, 401, 403, 404, 405, 406, 407, 408, 409, 418, 429, 500, 501, 502, 503, 504])(
  "returns a documented %d",
  async (status) => {
    server.use(getVpcEndpointService(status));
    // `fetch` rejects a 407 response only if the response comes from the network.
    expect((await responses(1))[0]?.status).toBe(status);
  },
);

test("returns an example by name", async () => {
  server.use(getVpcEndpointService("error-throttled"));
  const response = await call();
  expect([response.status, response.headers.get("retry-after")]).toEqual([400, "1"]);
});

test("sets service fields", async () => {
  server.use(getVpcEndpointService({ service: { status: "failed", id: "other" } }));
  expect((await responses(1))[0]?.body).toMatchObject({ id: "other", error: [{}] });
});

test("delays a response", async () => {
  server.use(getVpcEndpointService(["delay=120", 503]));
  const started = performance.now();
  expect((await call()).status).toBe(503);
  expect(performance.now() - started).toBeGreaterThan(115);
});

test("simulates network errors", async () => {
  server.use(getVpcEndpointService("reset", "truncate", "stall"));
  await expect(call()).rejects.toThrow(TypeError);
  const truncated = await call();
  expect(truncated.status).toBe(200);
  await expect(truncated.text()).rejects.toThrow("terminated");
  const stalled = await call("orders-1", { signal: AbortSignal.timeout(200) });
  await expect(stalled.text()).rejects.toThrow();
});

test("leaves sibling operations to other handlers", async () => {
  server.use(getVpcEndpointService());
  await expect(call("public")).rejects.toThrow();
});

test("lists the valid responses when a response is unknown", () => {
  expect(() => getVpcEndpointService("aviable" as "available")).toThrow(/Use a status.*available/);
  expect(() => getVpcEndpointService("dynamic")).toThrow(/needs the server/);
});

test("works in CommonJS", () => {
  // Runs in a separate process, because Jest cannot require ES modules.
  const program = 'console.log(Object.keys(require("@vpcep/mock/msw")).join())';
  const out = execFileSync(process.execPath, ["-e", program], { cwd: import.meta.dirname });
  expect(out.toString().trim()).toBe("getVpcEndpointService");
});
