import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";

import { ask } from "./ask.js";
import { wrongWith } from "./contract-checker.js";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

const prefer = (value: string) => ask(mock, { headers: { Prefer: value } });

test("the code preference selects one of the statuses for which an example is documented", async () => {
  expect((await prefer("example=error-proxy-page")).status).toBe(407);
  const response = await prefer("example=error-proxy-page, code=504");
  expect(response.status).toBe(504);
  expect(response.headers.get("content-type")).toBe("text/html");
});

test("sends the default response for an undocumented error status", async () => {
  const response = await prefer("code=418");
  expect(response.status).toBe(418);
  expect(wrongWith(response)).toBeUndefined();
});

test.each(["example=no-such-example", "code=204", "code=301", "code=abc", "scenario=nap"])(
  "lists the valid values in the error message for %s",
  async (value) => {
    const response = await prefer(value);
    expect(response.status).toBe(400);
    expect(response.body).toMatchObject({ error_msg: expect.stringMatching(/Use /) });
  },
);

test("lists the example's statuses if the requested status is not one of them", async () => {
  const response = await prefer("example=error-internal, code=404");
  expect(response.status).toBe(400);
  expect(response.body).toMatchObject({ error_msg: expect.stringContaining("Use 500") });
});

test("the dynamic preference generates different valid bodies", async () => {
  const bodies = new Set<string>();
  for (let round = 0; round < 20; round++) {
    const response = await prefer("dynamic=true");
    expect(wrongWith(response)).toBeUndefined();
    bodies.add(JSON.stringify(response.body));
  }
  expect(bodies.size).toBeGreaterThan(10);
});

test("sends Retry-After only with throttled responses", async () => {
  expect((await prefer("example=error-throttled")).headers.get("retry-after")).toBe("1");
  expect((await prefer("code=429")).headers.get("retry-after")).toBe("1");
  expect((await prefer("code=503")).headers.get("retry-after")).toBe("1");
  expect((await prefer("example=error-invalid-service-id")).headers.has("retry-after")).toBe(false);
});

test("sends the same request ID in the header and the body", async () => {
  const response = await prefer("code=429");
  expect(response.body).toMatchObject({ request_id: response.headers.get("x-request-id") });
});
