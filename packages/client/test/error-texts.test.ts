// Tests error messages, including how they appear in logs, workers, and terminals.
import { inspect } from "node:util";

import { describe, expect, test } from "@jest/globals";

import { ApiError, isVpcepError, VpcepError } from "../src/index.js";
import { json, rejection, stubClient } from "./stub-client.js";

describe("errors", () => {
  const failing = (text: string, status = 500) =>
    rejection(
      stubClient([new Response(text, { status })], { maxAttempts: 1 }).vpcep.getVpcEndpointService(
        "s",
      ),
    ) as Promise<VpcepError>;

  test("errors show escaped and shortened server messages on one line", async () => {
    const { message } = await failing(
      JSON.stringify({ error_code: "E\u001b[31m", error_msg: `a\nb\u202e${"x".repeat(100_000)}` }),
    );
    expect(message).toMatch(/^500 E\\u001b\[31m a b\\u202ex+… \(GET /);
    // eslint-disable-next-line no-control-regex -- The test looks for them.
    expect(message).not.toMatch(/[\n\u0000-\u001f\u202e]/);
    expect(message.length).toBeLessThan(700);
  });

  test("errors can be logged and sent to workers", async () => {
    const error = await failing('{"error_code":"EndPoint.0001","error_msg":"Down."}');
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: "ServerError",
      message: error.message,
      status: 500,
      errorCode: "EndPoint.0001",
      attempts: 1,
      retryable: true,
    });
    const clone = structuredClone(error);
    expect(clone.message).toContain("500 EndPoint.0001 Down. (GET https://");
    expect(structuredClone(error.toJSON())).toMatchObject({ name: "ServerError", status: 500 });
    const lost = await rejection(
      stubClient([
        new TypeError("fetch failed", { cause: { code: "ECONNRESET" } }),
      ]).vpcep.getVpcEndpointService("s"),
    );
    expect(JSON.parse(JSON.stringify(lost))).toMatchObject({
      code: "ECONNRESET",
      cause: { name: "TypeError", message: "fetch failed" },
    });
  });

  test.each([
    ["", "The body is empty"],
    [" \n", "The body is empty"],
    ['{"status":"avail', "The body is truncated JSON"],
    ["<html>", "The body is not JSON"],
    ["{'a': 1}", "The body is not valid JSON"],
    ["[]", "The body is JSON, but not an object"],
    [`{"a":"${"x".repeat(99)}"}`, "The body is longer than 64 bytes (maxBodyBytes)"],
  ])("the error for the body %j explains the problem", async (text, message) => {
    const { vpcep } = stubClient([new Response(text)], { maxBodyBytes: 64 });
    const error = await rejection(vpcep.getVpcEndpointService("s"));
    expect(error).toMatchObject({ name: "InvalidResponseError", violations: [] });
    expect((error as Error).message).toContain(`${message} (GET `);
  });

  test("errors hide long tokens in all encodings, but show a token that is a common word", async () => {
    const { vpcep } = stubClient([json(401, { error: { message: "The token is invalid." } })], {
      token: "token",
    });
    expect(((await rejection(vpcep.getVpcEndpointService("s"))) as Error).message).toContain(
      "401 The token is invalid.",
    );
    const token = "MIIa/b+c=secret";
    const echo = stubClient(
      [
        new Response(
          `{"error_msg":"${token.replaceAll("/", "\\/")} ${encodeURIComponent(token)} ${token}"}`,
          { status: 400 },
        ),
      ],
      { token },
    );
    expect(
      inspect(await rejection(echo.vpcep.getVpcEndpointService("s")), { depth: 9 }),
    ).not.toMatch(/MIIa|secret/);
  });

  test("require their fields", async () => {
    // @ts-expect-error The details are missing.
    expect(() => new ApiError("x")).toThrow(TypeError);
    expect(isVpcepError(await failing("")) && VpcepError.prototype.name).toBe("VpcepError");
  });
});
