import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";

import { ask, projectId, serviceId } from "./ask.js";
import { wrongWith } from "./contract-checker.js";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterEach(() => {
  mock.clearQueue();
});
afterAll(() => mock.close());

async function statuses(count: number): Promise<number[]> {
  const found = [];
  for (let index = 0; index < count; index++) {
    const response = await ask(mock);
    expect(wrongWith(response)).toBeUndefined();
    found.push(response.status);
  }
  return found;
}

const queueUrl = (): string => `${mock.url}/_mock/queue`;
const post = (body: string): Promise<Response> => fetch(queueUrl(), { method: "POST", body });

test("returns queued responses and then the default responses", async () => {
  mock.queue(401, { response: 503, times: 2 }, "error-iam-unauthorized", "deleted");
  expect(await statuses(6)).toEqual([401, 503, 503, 401, 404, 200]);
});

test("returns a consistent service with the queued fields and the requested ID", async () => {
  mock.queue({ service: { status: "failed", server_type: "VIP" } }, "creating");
  const [failed, creating] = [await ask(mock), await ask(mock)];
  expect(failed.body).toMatchObject({
    id: serviceId,
    project_id: projectId,
    status: "failed",
    error: [{ error_code: "EndPoint.0001" }],
    vip_port_id: expect.any(String),
  });
  expect(creating.body).toMatchObject({ id: serviceId, status: "creating" });
});

test.each([
  ["text", "401, 503x2, 200"],
  ["text with asterisks and spaces", " 401 ,503 * 2,200 "],
  ["JSON", '[401, {"response": 503, "times": 2}, 200]'],
  ["JSON with words", '["401", ["503", "delay=1"], 503, "available"]'],
  ["a JSON string", '"401, 503x2, 200"'],
])("the control route accepts %s", async (_, script) => {
  const response = await post(script);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ queued: 4 });
  expect(await statuses(4)).toEqual([401, 503, 503, 200]);
});

test("accepts a queue that begins with a byte order mark", async () => {
  expect((await post("\ufeff[401]")).status).toBe(200);
  expect((await post("\ufeff503")).status).toBe(200);
  expect(await (await fetch(queueUrl())).json()).toMatchObject({ queued: 2 });
  mock.clearQueue();
});

test("reads, replaces, and clears the queue", async () => {
  await post("500x9");
  await fetch(queueUrl(), { method: "PUT", body: "503" });
  expect(await (await fetch(queueUrl())).json()).toEqual({
    queued: 1,
    queue: [{ times: 1, status: 503 }],
  });
  await fetch(queueUrl(), { method: "DELETE" });
  expect(await statuses(1)).toEqual([200]);
});

test.each([
  ["earthquake", /"earthquake" is unknown.*truncate/],
  ["204", /no response with status 204/],
  ["503x0", /repetition/],
  ["delay=soon", /delay must be/],
  ["[401", /not valid JSON/],
  ['[{"anser": 401}]', /Unknown property "anser"/],
  ["[null]", /null is not a valid entry/],
  ["[[{}]]", /is not a valid entry/],
  ['{"service": 1}', /"service" must be/],
])("rejects the queue %s", async (script, problem) => {
  const response = await post(
    `${script.startsWith("[") || script.startsWith("{") ? "" : "401, "}${script}`,
  );
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: expect.stringMatching(problem) });
  expect(await statuses(1)).toEqual([200]);
});

test("uses queue entries only for requests to a documented operation", async () => {
  mock.queue(503);
  await fetch(`${mock.url}/_mock/health`);
  await fetch(mock.url, { method: "HEAD" });
  await ask(mock, { path: "/v2/elsewhere" });
  await ask(mock, { method: "DELETE" });
  await ask(mock, { serviceId: "public" });
  expect(await statuses(2)).toEqual([503, 200]);
});

test("requires credentials for a queued delay, but not for a queued response", async () => {
  mock.queue(200, "delay=1");
  expect((await ask(mock, { anonymous: true })).status).toBe(200);
  expect((await ask(mock, { anonymous: true })).status).toBe(401);
});

test("accepts text and lists in the queue option", async () => {
  const second = await startMock({ queue: "403, creating" });
  const third = await startMock({ queue: [["reset"], 429] });
  try {
    expect((await ask(second)).status).toBe(403);
    expect((await ask(second)).body).toMatchObject({ status: "creating" });
    await expect(ask(third)).rejects.toMatchObject({ code: "ECONNRESET" });
    expect((await ask(third)).status).toBe(429);
  } finally {
    await Promise.all([second.close(), third.close()]);
  }
  await expect(startMock({ queue: "403, nonsense" })).rejects.toThrow(RangeError);
});

test.each(["/", "/_mock", "/_mock/health"])("the path %s requires no credentials", async (path) => {
  const got = await fetch(mock.url + path);
  expect(got.status).toBe(200);
  expect(await got.text()).toMatch(path === "/_mock/health" ? /^{"status":"ok"}\s$/ : /curl -i/);
  const head = await fetch(mock.url + path, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect((await fetch(mock.url + path, { method: "PUT" })).status).toBe(405);
});

test("returns 404 for an unknown control route", async () => {
  const response = await fetch(`${mock.url}/_mock/reset`);
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({
    error: "There is no /_mock/reset. For the available paths, see /.",
  });
});

test("allows pages from any origin to change the queue", async () => {
  const origin = { Origin: "https://docs.example" };
  const preflight = await ask(mock, {
    path: "/_mock/queue",
    method: "OPTIONS",
    anonymous: true,
    headers: { ...origin, "Access-Control-Request-Method": "DELETE" },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-methods")).toContain("DELETE");
});
