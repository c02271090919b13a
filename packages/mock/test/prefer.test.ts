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

test("the code preference selects one of an example's statuses", async () => {
  expect((await prefer("example=error-proxy-page")).status).toBe(407);
  const answer = await prefer("example=error-proxy-page, code=504");
  expect(answer.status).toBe(504);
  expect(answer.headers.get("content-type")).toBe("text/html");
});

test("sends the default response for an undocumented error status", async () => {
  const answer = await prefer("code=418");
  expect(answer.status).toBe(418);
  expect(wrongWith(answer)).toBeUndefined();
});

test.each(["example=no-such-example", "code=204", "code=301", "code=abc", "scenario=nap"])(
  "lists the valid values in the error message for %s",
  async (value) => {
    const answer = await prefer(value);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error_msg: expect.stringMatching(/Use /) });
  },
);

test("lists the example's statuses if the requested status is not one of them", async () => {
  const answer = await prefer("example=error-internal, code=404");
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ error_msg: expect.stringContaining("Use 500") });
});

test("the dynamic preference generates different valid bodies", async () => {
  const bodies = new Set<string>();
  for (let round = 0; round < 20; round++) {
    const answer = await prefer("dynamic=true");
    expect(wrongWith(answer)).toBeUndefined();
    bodies.add(JSON.stringify(answer.body));
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
  const answer = await prefer("code=429");
  expect(answer.body).toMatchObject({ request_id: answer.headers.get("x-request-id") });
});
