import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";

import { ask } from "./ask.js";
import { wrongWith } from "./contract-checker.js";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

const json = "application/json";
test.each([
  ["code=503", "text/html", 503, "text/html"],
  ["code=503", json, 503, json],
  ["code=503", "*/*", 503, json],
  ["code=503", "text/*, application/json;q=0.4", 503, "text/html"],
  ["code=503", "text/html;q=0.2, application/json;q=0.4", 503, json],
  ["code=503", "application/json;q=0, */*", 503, "text/html"],
  // If the media type of an error is not accepted, the mock sends the error anyway, not a 406.
  ["code=404", "text/html", 404, json],
  ["code=503", "image/png", 503, json],
  ["example=error-proxy-page, code=502", json, 502, "text/html"],
  ["code=200", "text/html", 406, json],
  ["code=200", "application/json;q=0, */*", 406, json],
  ["code=200", "text/html, */*;q=0.1", 200, json],
  ["code=200", "APPLICATION/JSON", 200, json],
  ["code=200", "nonsense", 200, json],
])(
  "a request with Prefer: %s and Accept: %s gets the status %d and the media type %s",
  async (prefer, accept, status, type) => {
    const response = await ask(mock, { headers: { Prefer: prefer, Accept: accept } });
    expect([response.status, response.headers.get("content-type")]).toEqual([status, type]);
    expect(wrongWith(response)).toBeUndefined();
  },
);

test.each(["public", "describe"])("treats %s as a sibling operation, not as an ID", async (id) => {
  const response = await ask(mock, { serviceId: id });
  expect(response.status).toBe(404);
  expect(response.body).toMatchObject({
    error_code: "APIGW.0101",
    error_msg: expect.stringContaining(id),
  });
});

test("accepts an ID that starts with the name of a sibling operation", async () => {
  expect((await ask(mock, { serviceId: "public-1" })).status).toBe(200);
});

test("HEAD returns the same status and headers as GET", async () => {
  const response = await ask(mock, { method: "HEAD" });
  expect([response.status, response.body]).toEqual([200, ""]);
  expect(Number(response.headers.get("content-length"))).toBeGreaterThan(100);
  expect((await ask(mock, { method: "HEAD", anonymous: true })).status).toBe(401);
});

test("accepts an absolute URL as the request target, as sent to a proxy", async () => {
  const path = "http://vpcep.eu-de.otc.t-systems.com/v1/p/vpc-endpoint-services/s?x=1";
  expect((await ask(mock, { path })).body).toMatchObject({ id: "s", project_id: "p" });
});
