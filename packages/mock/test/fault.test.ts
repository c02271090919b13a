import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";

import { ask, projectId, serviceId } from "./ask.js";
import { wrongWith } from "./contract-checker.js";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ retryAfterSeconds: 7 });
});
afterAll(() => mock.close());

const withFault = (fault: string) => ask(mock, { headers: { "X-Mock-Fault": fault } });

test("a delay fault delays the response", async () => {
  const started = performance.now();
  expect((await withFault("delay=150")).status).toBe(200);
  expect(performance.now() - started).toBeGreaterThanOrEqual(145);
});

test("a reset fault closes the connection without sending a response", async () => {
  await expect(withFault("reset")).rejects.toMatchObject({ code: "ECONNRESET" });
});

test("a truncate fault sends fewer bytes than Content-Length specifies", async () => {
  const path = `/v1/${projectId}/vpc-endpoint-services/${serviceId}`;
  const response = await fetch(mock.url + path, {
    headers: { "X-Auth-Token": "mock-token", "X-Mock-Fault": "truncate" },
  });
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
});

test("a stall fault sends the headers but no body", async () => {
  const path = `/v1/${projectId}/vpc-endpoint-services/${serviceId}`;
  const response = await fetch(mock.url + path, {
    headers: { "X-Auth-Token": "mock-token", "X-Mock-Fault": "stall" },
    signal: AbortSignal.timeout(1_500),
  });
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toMatchObject({ name: "TimeoutError" });
});

test.each([
  ["throttle", 400, "EndPoint.0022"],
  ["throttle=400", 400, "EndPoint.0022"],
  ["throttle=429", 429, "APIGW.0308"],
  ["delay=1, throttle", 400, "EndPoint.0022"],
])("X-Mock-Fault: %s causes a throttled response with Retry-After", async (fault, status, code) => {
  const response = await withFault(fault);
  expect(response.status).toBe(status);
  expect(response.body).toMatchObject({ error_code: code });
  expect(response.headers.get("retry-after")).toBe("7");
  expect(wrongWith(response)).toBeUndefined();
});

test("lists the valid faults when a fault is unknown", async () => {
  const response = await withFault("earthquake");
  expect(response.status).toBe(400);
  expect(response.body).toMatchObject({ error_msg: expect.stringMatching(/earthquake.*truncate/) });
});

test("applies queued faults in order", async () => {
  mock.queue("throttle", "none", ["delay=1", "throttle=429"]);
  const statuses = [];
  for (let request = 0; request < 4; request++) statuses.push((await ask(mock)).status);
  expect(statuses).toEqual([400, 200, 429, 200]);
});

test("queue() throws for an unknown fault", () => {
  expect(() => {
    mock.queue("dealy=5" as "reset");
  }).toThrow(RangeError);
});
