// Compares the mock's responses with Prism's.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { examplesOf, readContract } from "@vpcep/contract-reader";
import { type Mock, startMock } from "@vpcep/mock";
import fc from "fast-check";

import { ask } from "../../packages/mock/test/ask.js";
import { wrongWith } from "../../packages/mock/test/contract-checker.js";
import { type Oracle, type OracleRequest, startOracle } from "./prism.js";

const requests = 10_000;
const atOnce = 20;

let mock: Mock;
let oracle: Oracle;
beforeAll(async () => {
  [mock, oracle] = await Promise.all([
    startMock({ credentials: false }),
    startOracle(readContract()),
  ]);
});
afterAll(() => mock.close());

/** The allowed differences and the reasons for them. Each difference must occur at least once. */
const differences: Record<
  string,
  (request: OracleRequest, prism: number | undefined, own: number) => boolean
> = {
  "Prism responds with 422 to a malformed ID; the contract documents 400": (_, prism, own) =>
    prism === 422 && own === 400,
  "Prism throws for invalid percent-encoding": (_, prism, own) =>
    prism === undefined && own === 400,
  "Prism does not support HEAD unless it is documented": ({ method }, prism, own) =>
    method === "HEAD" && prism === 405 && own !== 405,
  "Prism responds with 500 if no media type is accepted; the mock sends a 406, or the error": (
    { accept, code },
    prism,
    own,
  ) => accept !== undefined && prism === 500 && own === ((code ?? 200) < 400 ? 406 : code),
  "public and describe are sibling operations, not IDs": ({ path }, _, own) =>
    /\/(public|describe)$/.test(path) && own === 404,
  "the nil UUID results in a 404": ({ path }, _, own) =>
    path.endsWith("/00000000-0000-0000-0000-000000000000") && own === 404,
  "an empty ID results in a 400, and an empty project ID in a 404": ({ path }, _, own) =>
    /\/$|\/\//.test(path) && (own === 400 || own === 404),
  "an undocumented success status results in a 400": ({ code }, _, own) =>
    code !== undefined && code < 400 && code !== 200 && own === 400,
};

const named = examplesOf(readContract())
  .filter(({ status }) => status !== "default")
  .map(({ name, status, mediaType }) => ({ name, status: Number(status), mediaType }));
const wellFormed = fc.stringMatching(/^[0-9A-Za-z_-]{1,64}$/);
const segment = fc.oneof(
  { weight: 12, arbitrary: wellFormed },
  fc.string({ maxLength: 70 }).map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, "?"))),
  fc.constantFrom(
    "",
    "%zz",
    "a%2Fb",
    "%00",
    "x".repeat(65),
    "{id}",
    "public",
    "describe",
    "publicly",
  ),
  fc.constant("00000000-0000-0000-0000-000000000000"),
);
const path = fc.oneof(
  {
    weight: 10,
    arbitrary: fc
      .tuple(fc.oneof({ weight: 4, arbitrary: wellFormed }, segment), segment)
      .map(([project, service]) => `/v1/${project}/vpc-endpoint-services/${service}`),
  },
  fc.constantFrom(
    "/v2/a/vpc-endpoint-services/b",
    "/v1/a/vpc-endpoints/b",
    "/v1/a/vpc-endpoint-services",
  ),
);
const wish = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: fc.constantFrom(...named).map((example) => ({ example })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(200, 204, 302, 400, 401, 404, 407, 429, 418, 500, 503, 504, 599)
      .map((code) => ({ code })),
  },
);
const request = fc
  .tuple(
    fc.oneof(
      { weight: 12, arbitrary: fc.constant("GET") },
      fc.constantFrom("HEAD", "POST", "PUT", "DELETE", "PATCH"),
    ),
    path,
    fc.option(
      fc.constantFrom(
        "application/json",
        "*/*",
        "text/html",
        "image/png",
        "application/json, text/html",
      ),
      { nil: undefined },
    ),
    wish,
  )
  .map(([method, where, accept, asked]): OracleRequest => ({
    method,
    path: where,
    accept,
    ...asked,
  }));

test(`the mock and Prism return the same status for ${requests.toLocaleString("en")} generated requests, and the mock's bodies are valid`, async () => {
  const seen = new Map(Object.keys(differences).map((reason) => [reason, 0]));
  const statuses = new Set<number>();
  const unexplained: string[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: atOnce, maxLength: atOnce }), async (batch) => {
      await Promise.all(
        batch.map(async (one) => {
          const prefer = [
            one.example && `example=${one.example.name}, code=${one.example.status}`,
            one.code && `code=${one.code}`,
          ].find(Boolean);
          const own = await ask(mock, {
            method: one.method,
            path: one.path,
            headers: {
              ...(one.accept !== undefined && { Accept: one.accept }),
              ...(typeof prefer === "string" && { Prefer: prefer }),
            },
          });
          expect(wrongWith(own, one.method)).toBeUndefined();
          statuses.add(own.status);
          const theirs = await oracle(one);
          if (theirs?.status === own.status) return;
          const reason = Object.entries(differences).find(([, holds]) =>
            holds(one, theirs?.status, own.status),
          )?.[0];
          if (reason === undefined)
            unexplained.push(
              `${JSON.stringify(one)}: the mock returned ${own.status}, Prism ${theirs?.status ?? "throws"}.`,
            );
          else seen.set(reason, (seen.get(reason) ?? 0) + 1);
        }),
      );
    }),
    { numRuns: requests / atOnce },
  );
  expect(unexplained.slice(0, 10)).toEqual([]);
  for (const [reason, times] of seen) {
    console.info(`${times} × ${reason}`);
    expect({ reason, occurs: times > 0 }).toEqual({ reason, occurs: true });
  }
  for (const status of [200, 400, 401, 404, 405, 406, 429, 503]) expect(statuses).toContain(status);
}, 600_000);

test("the mock and Prism return the same body for each example, except for the IDs", async () => {
  for (const example of named) {
    const own = await ask(mock, {
      headers: { Prefer: `example=${example.name}, code=${example.status}` },
    });
    const theirs = await oracle({ method: "GET", path: "/v1/p/vpc-endpoint-services/s", example });
    const keys = (body: unknown): string[] => Object.keys(body as object);
    const same = example.status !== 200 && !JSON.stringify(own.body).includes("request_id");
    if (same) expect(own.body).toEqual(theirs?.body);
    else expect(keys(own.body)).toEqual(keys(theirs?.body));
  }
});
