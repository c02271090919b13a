import { inspect } from "node:util";

import { describe, expect, test } from "@jest/globals";
import * as otherCopy from "@vpcep/client";

import * as vpcepClient from "../src/index.js";
import { isVpcepError } from "../src/index.js";
import { json, rejection, stubClient } from "./stub-client.js";

const call = (response: Response) =>
  rejection(stubClient([response], { maxAttempts: 1 }).vpcep.getVpcEndpointService("service"));

describe("status and class", () => {
  test.each([
    [400, "BadRequestError"],
    [401, "AuthenticationError"],
    [403, "PermissionDeniedError"],
    [404, "NotFoundError"],
    [405, "ApiError"],
    [408, "ApiError"],
    [409, "ApiError"],
    [429, "RateLimitError"],
    [302, "ApiError"],
    [500, "ServerError"],
    [501, "ServerError"],
    [504, "ServerError"],
    [599, "ServerError"],
  ] as const)("%i is a %s", async (status, name) => {
    const error = await call(json(status, { error_code: "EndPoint.9999", error_msg: "No." }));
    expect(error).toBeInstanceOf(vpcepClient[name]);
    expect(error).toMatchObject({ name, status, errorCode: "EndPoint.9999" });
    expect(isVpcepError(error, name)).toBe(true);
    expect(isVpcepError(error, "ApiError")).toBe(true);
    expect(isVpcepError(error, "ConnectionError")).toBe(false);
  });

  test.each(["EndPoint.0022", "Endpoint.0022"])(
    "a 400 with the code %s is a RateLimitError",
    async (code) => {
      const error = await call(json(400, { error_code: code, error_msg: "Slow down." }));
      expect(error).toMatchObject({ name: "RateLimitError", status: 400, retryable: true });
    },
  );
});

describe("the error formats", () => {
  const header = { "X-Request-Id": "from-the-header" };

  test.each([
    [
      "the service",
      { error_code: "EndPoint.0005", error_msg: "Not there." },
      { errorCode: "EndPoint.0005", requestId: undefined },
      "404 EndPoint.0005 Not there. (GET ",
    ],
    [
      "the gateway, long",
      { error_code: "APIGW.0101", error_msg: "No API.", request_id: "from-the-body" },
      { errorCode: "APIGW.0101", requestId: "from-the-body" },
      "404 APIGW.0101 No API. (GET ",
    ],
    [
      "the gateway, short",
      { message: "API not found", request_id: "" },
      { errorCode: undefined, requestId: undefined },
      "404 API not found (GET ",
    ],
    [
      "IAM",
      { error: { code: 404, message: "No such project.", title: "Not Found" } },
      { errorCode: undefined, requestId: undefined },
      "404 No such project. (GET ",
    ],
  ])("%s", async (_, body, details, message) => {
    const error = await call(json(404, body));
    expect(error).toMatchObject({ ...details, body: JSON.stringify(body) });
    expect((error as Error).message).toContain(message);
    expect(await call(json(404, body, header))).toMatchObject({ requestId: "from-the-header" });
  });

  test.each([
    "",
    "<html>Bad gateway</html>",
    "null",
    "[]",
    "7",
    '"text"',
    '{"error":"text"}',
    '{"error":null}',
    '{"error_code":{},"error_msg":7,"request_id":[]}',
  ])("the error for a body in an unknown format (%j) contains the status", async (text) => {
    const error = await call(new Response(text, { status: 502 }));
    expect(error).toMatchObject({ name: "ServerError", status: 502, errorCode: undefined });
    expect((error as Error).message).toMatch(/^502 (text )?\(GET |^502 \(GET /);
  });
});

test("a message describes the problem, identifies the request, and suggests what to do", async () => {
  const error = await call(
    json(
      403,
      { error_code: "EndPoint.0004", error_msg: "No permission." },
      { "X-Request-Id": "a1b2" },
    ),
  );
  expect((error as Error).message).toBe(
    "403 EndPoint.0004 No permission. (GET https://vpcep.eu-de.otc.t-systems.com/v1/project/vpc-endpoint-services/service, attempt 1, request ID a1b2). Request the permission vpcep:epservices:get.",
  );
  expect(inspect(error)).toContain("PermissionDeniedError: 403 EndPoint.0004");
});

test("an error contains only the start of a long body", async () => {
  const error = await call(json(500, { error_msg: "x".repeat(10_000) }));
  expect((error as vpcepClient.ApiError).body).toHaveLength(4096);
  expect((error as Error).message.length).toBeLessThan(4500);
});

test("isVpcepError and instanceof recognize errors from another copy of the package", async () => {
  const vpcep = otherCopy.createClient({
    region: "eu-nl",
    projectId: "p",
    token: "t",
    fetch: () => Promise.resolve(json(404, {})),
  });
  const error = await rejection(vpcep.getVpcEndpointService("s"));
  expect((error as object).constructor).not.toBe(vpcepClient.NotFoundError);
  expect(error).toBeInstanceOf(vpcepClient.NotFoundError);
  expect(error).toBeInstanceOf(vpcepClient.ApiError);
  expect(error).toBeInstanceOf(vpcepClient.VpcepError);
  expect(error).not.toBeInstanceOf(vpcepClient.ServerError);
  expect(isVpcepError(error)).toBe(true);
  expect(isVpcepError(error, "NotFoundError")).toBe(true);
});

test.each([undefined, null, 0, "NotFoundError", {}, { name: "NotFoundError" }, new Error("no")])(
  "isVpcepError returns false for %p",
  (value) => {
    expect(isVpcepError(value)).toBe(false);
    expect(isVpcepError(value, "NotFoundError")).toBe(false);
  },
);

test("errors and events do not contain tokens that the server echoes", async () => {
  const token = "MIIabc/def+ghi==";
  const { vpcep, events } = stubClient(
    [
      (_, { headers }) =>
        Promise.resolve(
          json(
            503,
            { error_code: token, error_msg: `Bad ${token}`, request_id: token, headers },
            { "X-Request-Id": token },
          ),
        ),
    ],
    { token },
  );
  const error = await rejection(vpcep.getVpcEndpointService("service"));
  const shown = [
    inspect({ error, events, vpcep }, { depth: 9, showHidden: true }),
    JSON.stringify([error, events]),
    String(error),
    (error as Error).stack,
  ].join();
  expect(shown).toContain("***");
  expect(shown).not.toContain(token);
});

test("a body above the size limit is an error, even if the truncated body is valid JSON", async () => {
  const { vpcep } = stubClient([new Response('{"id":"a"}{"id":"b"}')], { maxBodyBytes: 10 });
  expect(await rejection(vpcep.getVpcEndpointService("service"))).toMatchObject({
    name: "InvalidResponseError",
    body: '{"id":"a"}…',
  });
  const whole = stubClient([new Response('{"id":"a"}')], { maxBodyBytes: 10 });
  await expect(whole.vpcep.getVpcEndpointService("service")).resolves.toEqual({ id: "a" });
});
