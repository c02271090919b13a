import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";

import { ask, projectId, serviceId } from "./ask.js";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

test("listens on a free loopback port", () => {
  expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test("returns the requested IDs, and also uses the service ID in the service name", async () => {
  const prefer = "example=vpc-endpoint-service-load-balancer";
  const { status, body } = await ask(mock, { headers: { Prefer: prefer } });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id: serviceId,
    project_id: projectId,
    service_name: `eu-de.orders.${serviceId}`,
  });
});

test("sends a unique request ID in each response", async () => {
  const first = await ask(mock);
  const second = await ask(mock);
  expect(first.headers.get("x-request-id")).toMatch(/^[0-9a-f]{32}$/);
  expect(second.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"));
});

test("responds with 404 for the nil UUID", async () => {
  const response = await ask(mock, { serviceId: "00000000-0000-0000-0000-000000000000" });
  expect(response.status).toBe(404);
  expect(response.body).toMatchObject({ error_code: "EndPoint.0005" });
});

test.each([
  ["a malformed service ID", { serviceId: "not%20an%20id" }, 400, "EndPoint.3062"],
  ["invalid percent-encoding", { serviceId: "a%zz" }, 400, "EndPoint.3062"],
  ["a malformed project ID", { projectId: "a%20b" }, 400, "EndPoint.0014"],
  ["an empty service ID", { serviceId: "" }, 400, "EndPoint.2029"],
  ["another method", { method: "DELETE" }, 405, "EndPoint.0002"],
  ["another path", { path: "/v2/elsewhere" }, 404, "APIGW.0101"],
  [
    "an Accept header that excludes JSON",
    { headers: { Accept: "image/png" } },
    406,
    "EndPoint.0002",
  ],
])("responds to %s with the documented error", async (_what, request, status, code) => {
  const response = await ask(mock, request);
  expect(response.status).toBe(status);
  expect(response.body).toMatchObject({ error_code: code });
});

test("responds to an empty project ID in the same way as the gateway", async () => {
  const response = await ask(mock, { projectId: "" });
  expect(response.status).toBe(404);
  expect(response.body).toEqual({ message: "API not found", request_id: "" });
});

test("lists the allowed methods in a 405", async () => {
  expect((await ask(mock, { method: "POST" })).headers.get("allow")).toBe("GET, HEAD");
});

test("rejects with EADDRINUSE if the port is in use", async () => {
  await expect(startMock({ port: Number(new URL(mock.url).port) })).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
});

test("close() ends open connections and pending requests, and can be called twice", async () => {
  const second = await startMock({ queue: ["stall", "delay=60000"] });
  const stalled = ask(second);
  const delayed = ask(second);
  const both = Promise.allSettled([stalled, delayed]);
  await second.close();
  await second.close();
  expect((await both).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(ask(second)).rejects.toThrow();
});
