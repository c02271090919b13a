import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";
import fc from "fast-check";

import { ask, type Request } from "./ask.js";
import { responses, wrongWith } from "./contract-checker.js";

/** In the rehearsal, this test sends more requests and uses a random seed. */
const inRehearsal = process.env["REHEARSAL"] !== undefined;
const requests = inRehearsal ? 20_000 : 1_000;
const atOnce = 25;

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

const names = [...responses.values()].flatMap(({ content }) =>
  Object.values(content).flatMap(({ examples }) => Object.keys(examples)),
);
const documented = [...responses.keys()].filter((status) => status !== "default");
const wellFormed = fc.stringMatching(/^[0-9A-Za-z_-]{1,64}$/);
const segment = fc.oneof(
  { weight: 4, arbitrary: wellFormed },
  fc.string({ maxLength: 80 }).map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, "?"))),
  fc.constantFrom("", "%zz", "..", "%2e%2e", "a%2Fb", "%00", "x".repeat(65), "{id}"),
);
const visible = fc.stringMatching(/^[!-~]{1,40}$/);
const prefer = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...names).map((name) => `example=${name}`) },
  { weight: 3, arbitrary: fc.constantFrom(...documented).map((status) => `code=${status}`) },
  { weight: 1, arbitrary: fc.integer({ min: 400, max: 599 }).map((code) => `code=${code}`) },
  fc
    .tuple(fc.constantFrom(...names), fc.integer({ min: 400, max: 599 }))
    .map(([name, code]) => `example=${name}, code=${code}`),
  fc.constantFrom("code=200", "code=204", "code=302", "code=x", "dynamic=true", "return=minimal"),
  fc.constantFrom("scenario=create", "scenario=delete", "scenario=create-fails", "scenario=nap"),
  visible,
);
const accept = fc.constantFrom("application/json", "*/*", "text/html", "image/png, */*;q=0.1", ";");
// Excludes faults that close the connection, because these faults leave no response to check.
const fault = fc.oneof(
  { weight: 6, arbitrary: fc.constant("none") },
  fc.constantFrom(
    "throttle",
    "throttle=429",
    "delay=1",
    "503",
    "failed",
    "deleted",
    "nonsense",
    "delay=x",
  ),
);
const token = fc.oneof({ weight: 6, arbitrary: fc.constant("mock-token") }, visible);

const request: fc.Arbitrary<Request> = fc
  .record({
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constant("GET") },
      fc.constantFrom("HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"),
    ),
    projectId: segment,
    serviceId: segment,
    path: fc.option(
      // Excludes the control routes.
      fc
        .webPath()
        .map((path) => `/${path}`)
        .filter((path) => !/^\/(_mock.*|favicon\.ico)?$/.test(path.split("?")[0] ?? "")),
      { freq: 12, nil: undefined },
    ),
    headers: fc.record(
      { "X-Auth-Token": token, Prefer: prefer, Accept: accept, "X-Mock-Fault": fault },
      { requiredKeys: ["X-Auth-Token"] },
    ),
  })
  .map(({ path, ...rest }) => (path === undefined ? rest : { ...rest, path }));

test(`${requests.toLocaleString("en")} generated requests receive only documented responses`, async () => {
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: atOnce, maxLength: atOnce }), async (batch) => {
      const responses = await Promise.all(batch.map((one) => ask(mock, one)));
      for (const [index, response] of responses.entries()) {
        statuses.add(response.status);
        expect(wrongWith(response, batch[index]?.method)).toBeUndefined();
      }
    }),
    { numRuns: requests / atOnce, ...(inRehearsal ? {} : { seed: 1 }) },
  );
  // Checks that the generated requests are varied enough to cause each of the listed statuses.
  for (const status of [200, 400, 401, 404, 405, 406, 429]) expect(statuses).toContain(status);
  expect(statuses.size).toBeGreaterThan(9);
});

test.each([...new Set(names)])("the Prefer header selects the example %s", async (name) => {
  const response = await ask(mock, { headers: { Prefer: `example=${name}` } });
  expect(wrongWith(response)).toBeUndefined();
  const owners = [...responses]
    .filter(([, { content }]) =>
      Object.values(content).some(({ examples }) => Object.hasOwn(examples, name)),
    )
    .map(([status]) => (status === "default" ? 418 : Number(status)));
  expect(owners).toContain(response.status);
});

test.each(documented)("the Prefer header selects the status %s", async (status) => {
  const response = await ask(mock, { headers: { Prefer: `code=${status}` } });
  expect(response.status).toBe(Number(status));
  expect(wrongWith(response)).toBeUndefined();
});
