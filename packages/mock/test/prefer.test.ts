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

test("picks one of several statuses of an example by the code", async () => {
  expect((await prefer("example=error-proxy-page")).status).toBe(407);
  const answer = await prefer("example=error-proxy-page, code=504");
  expect(answer.status).toBe(504);
  expect(answer.headers.get("content-type")).toBe("text/html");
});

test("answers an undocumented failure with the default response", async () => {
  const answer = await prefer("code=418");
  expect(answer.status).toBe(418);
  expect(wrongWith(answer)).toBeUndefined();
});

test.each(["example=no-such-example", "code=204", "code=301", "code=abc", "scenario=nap"])(
  "says what is possible when asked for %s",
  async (value) => {
    const answer = await prefer(value);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error_msg: expect.stringMatching(/Use /) });
  },
);

test("says which statuses an example belongs to when the code is another", async () => {
  const answer = await prefer("example=error-internal, code=404");
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ error_msg: expect.stringContaining("Use 500") });
});

test("generates bodies from the schema, all of them valid and different", async () => {
  const bodies = new Set<string>();
  for (let round = 0; round < 20; round++) {
    const answer = await prefer("dynamic=true");
    expect(wrongWith(answer)).toBeUndefined();
    bodies.add(JSON.stringify(answer.body));
  }
  expect(bodies.size).toBeGreaterThan(10);
});

test("hints at waiting only where waiting helps", async () => {
  expect((await prefer("example=error-throttled")).headers.get("retry-after")).toBe("1");
  expect((await prefer("code=429")).headers.get("retry-after")).toBe("1");
  expect((await prefer("code=503")).headers.get("retry-after")).toBe("1");
  expect((await prefer("example=error-invalid-service-id")).headers.has("retry-after")).toBe(false);
});

test("names the same request in the header and in the body of the gateway", async () => {
  const answer = await prefer("code=429");
  expect(answer.body).toMatchObject({ request_id: answer.headers.get("x-request-id") });
});
