// Property tests with random arguments and responses.
import { inspect } from "node:util";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";

import { type ClientEvent, type ClientOptions, createClient, isVpcepError } from "../src/index.js";
import { validate } from "../src/validate.js";

/** The rehearsal runs more test cases. */
const runs = { numRuns: process.env["REHEARSAL"] ? 10_000 : 300 };
const token = "t0ken/that+is=never.printed";

// Disables stack traces, because applying source maps to them would slow the tests down.
Error.stackTraceLimit = 0;

const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
beforeAll(() => void process.on("unhandledRejection", note));
afterAll(async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});

const field = fc.constantFrom(
  "error_code",
  "error_msg",
  "message",
  "request_id",
  "error",
  "status",
  "ports",
  "created_at",
  "__proto__",
  "constructor",
  "toString",
);
const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    token,
    `Bad token ${token}.`,
    "EndPoint.0022",
    "failed",
    "available",
    null,
    [],
    {},
  ),
  fc.string(),
  fc.jsonValue(),
);
const jsonBody = fc.oneof(
  fc.dictionary(
    field,
    fc.oneof(leaf, fc.dictionary(field, leaf), fc.array(leaf, { maxLength: 3 })),
  ),
  leaf,
);
const bodyText = fc.oneof(
  jsonBody.map((value) => JSON.stringify(value)),
  fc.string({ unit: "binary" }),
  fc.constantFrom("", "<html>", `{"error_msg":"${token}`, "\ufeff{}", "{}", "{".repeat(99)),
);
const headers = fc.record(
  {
    "X-Request-Id": fc.constantFrom("4e6f1b0c", token, "", " "),
    "Retry-After": fc.constantFrom(
      "0",
      "3",
      "-1",
      "soon",
      "Thu, 01 Jan 2099 00:00:00 GMT",
      "1e400",
    ),
    "Content-Type": fc.constantFrom("application/json", "text/html", "x"),
  },
  { requiredKeys: [] },
);
const status = fc.oneof(
  fc.constantFrom(200, 200, 200, 400, 401, 404, 429, 503),
  fc.integer({ min: 200, max: 599 }),
);
const bodiless = [204, 205, 304];

test("every response results in data or a VpcepError, and errors and events never contain the token", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          { arbitrary: fc.tuple(status, headers, bodyText), weight: 9 },
          { arbitrary: fc.constant("network" as const), weight: 1 },
        ),
        { minLength: 1, maxLength: 4 },
      ),
      fc.boolean(),
      fc.boolean(),
      async (answers, checked, renewable) => {
        const events: ClientEvent[] = [];
        const drift: unknown[] = [];
        let sent = 0;
        const vpcep = createClient({
          region: "eu-nl",
          projectId: "p",
          token: renewable ? () => token : token,
          sleep: () => Promise.resolve(),
          onEvent: (event) => events.push(event),
          ...(checked ? { validate, onDrift: (found) => drift.push(found) } : {}),
          fetch: () => {
            const answer = answers[Math.min(sent++, answers.length - 1)];
            if (answer === undefined || answer === "network")
              return Promise.reject(new TypeError("fetch failed"));
            const [code, head, text] = answer;
            return Promise.resolve(
              new Response(bodiless.includes(code) ? null : text, {
                status: code,
                headers: head as Record<string, string>,
              }),
            );
          },
        });
        let error: unknown;
        try {
          const data = await vpcep.getVpcEndpointService("s");
          expect(data).toBeInstanceOf(Object);
        } catch (caught) {
          error = caught;
          expect(isVpcepError(error)).toBe(true);
          expect((error as Error).message).toContain(
            "(GET https://vpcep.eu-nl.otc.t-systems.com/v1/p/vpc-endpoint-services/s, attempt ",
          );
        }
        expect(sent).toBeLessThanOrEqual(renewable ? 6 : 3);
        // Drift is excluded, because it may contain values from the service.
        const shown = inspect(
          { error, events, vpcep },
          { depth: 6, showHidden: true, maxStringLength: null },
        );
        expect(shown + JSON.stringify([error, events]) + String(error)).not.toContain(token);
      },
    ),
    runs,
  );
}, 120_000);

test("every ID either results in the intended path or is rejected before a request is sent", async () => {
  const id = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom(
        ".",
        "/",
        "\\",
        "%",
        "2",
        "e",
        "f",
        "?",
        "#",
        "{",
        "}",
        "$",
        "&",
        " ",
        "\t",
        ";",
        ":",
        "@",
      ),
      maxLength: 6,
    }),
    fc.uuid(),
    fc.anything(),
  );
  let sent: string[] = [];
  const vpcep = createClient({
    baseUrl: "https://host.example/base/",
    projectId: "default",
    token,
    fetch: (url) => {
      sent.push(url);
      return Promise.resolve(new Response("{}"));
    },
  });
  await fc.assert(
    fc.asyncProperty(id, id, async (projectId, serviceId) => {
      sent = [];
      try {
        await vpcep.getVpcEndpointService(serviceId as string, { projectId: projectId as string });
      } catch (error) {
        expect(isVpcepError(error, "InvalidArgumentError")).toBe(true);
        expect(sent).toEqual([]);
        return;
      }
      const url = new URL(sent[0] ?? "");
      expect(url.href).toBe(sent[0]);
      expect(url.origin + url.search + url.hash).toBe("https://host.example");
      // If the project ID is undefined, the client uses its default project.
      const meant = ["", "base", "v1", projectId ?? "default", "vpc-endpoint-services", serviceId];
      expect(url.pathname.split("/").map(decodeURIComponent)).toEqual(meant);
    }),
    runs,
  );
}, 120_000);

test("for any options, createClient succeeds or throws an InvalidArgumentError that does not show their values", () => {
  const text = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.constantFrom("https://user:hunter2@host", "http://hunter2", undefined),
  );
  fc.assert(
    fc.property(
      text,
      text,
      fc.anything(),
      fc.boolean(),
      (baseUrl, region, other, allowInsecureHttp) => {
        try {
          createClient({
            baseUrl,
            region,
            projectId: other,
            token: other,
            allowInsecureHttp,
          } as ClientOptions);
        } catch (error) {
          expect(isVpcepError(error, "InvalidArgumentError")).toBe(true);
          expect(inspect(error)).not.toContain("hunter2");
        }
      },
    ),
    runs,
  );
});
