// Tests that the client validates every option, and that errors identify the invalid option.
import { inspect } from "node:util";

import { describe, expect, test } from "@jest/globals";

import { createClient } from "../src/index.js";
import { json, rejection, stubClient } from "./stub-client.js";

const ok = json(200, { status: "available" });

describe("options", () => {
  const make = (options: object) => () =>
    createClient({ region: "eu-de", projectId: "p", token: "t", ...options });

  test.each<[string, object]>([
    ["timeoutMs", { timeoutMs: 0 }],
    ["timeoutMs", { timeoutMs: "60" }],
    ["timeoutMs", { timeoutMs: NaN }],
    ["attemptTimeoutMs", { attemptTimeoutMs: -1 }],
    ["maxAttempts", { maxAttempts: 0 }],
    ["maxAttempts", { maxAttempts: 1.5 }],
    ["maxDelayMs", { maxDelayMs: -1 }],
    ["maxBodyBytes", { maxBodyBytes: 0 }],
    ["fetch", { fetch: "fetch" }],
    ["onEvent", { onEvent: {} }],
    ["validate", { validate: true }],
    ["allowInsecureHttp", { allowInsecureHttp: "yes" }],
    ["projectId", { projectId: " " }],
    ["projectId", { projectId: "undefined" }],
    ["token", { token: "" }],
    ["token", { token: "from a file\n" }],
    ["credentials", { token: undefined, credentials: "include" }],
    ["credentials and token", { credentials: () => ({}) }],
    ["headers", { headers: "X-Team: net" }],
    ['headers["X-Auth-Token"]', { headers: { "X-Auth-Token": "mine" } }],
    ['headers["Host"]', { headers: { Host: "elsewhere" } }],
    ['headers["X-Line"]', { headers: { "X-Line": "a\r\nb" } }],
    ["baseUrl", { baseUrl: "https://x.example" }],
    ["region", { region: "eu-fr" }],
    ["baseURL", { baseURL: "https://x.example" }],
    ["Request", { Request }],
  ])("an invalid option (%s) results in a specific message: %j", (argument, options) => {
    expect(make(options)).toThrow(expect.objectContaining({ name: "InvalidArgumentError" }));
    expect(make(options)).toThrow(new RegExp(`^${argument.replace(/[[\]]/g, "\\$&")} `));
  });

  test.each([
    ["https://host.example/v1/p", "https://host.example/v1/p/"],
    ["https://host.example/v1", "https://host.example/v1/p/"],
    ["https://host.example/v1/$(tenant_id)s", "https://host.example/v1/p/"],
    ["https://host.example/otc/v1/p/", "https://host.example/otc/v1/p/"],
    ["http://[::1]:8080/", "http://[::1]:8080/v1/p/"],
    ["  https://host.example\n", "https://host.example/v1/p/"],
  ])("the base URL %j results in requests to %s", async (baseUrl, start) => {
    const { vpcep, requests } = stubClient([ok], { region: undefined, baseUrl, projectId: "p" });
    await vpcep.getVpcEndpointService("s");
    expect(requests[0]?.url).toBe(`${start}vpc-endpoint-services/s`);
  });

  test("a relative base URL requires a web page, but no token", async () => {
    const { vpcep, requests } = stubClient([ok], {
      region: undefined,
      baseUrl: "/api",
      token: undefined,
    });
    expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
      argument: "baseUrl",
    });
    Object.assign(globalThis, { location: { href: "https://app.example/page?x#y" } });
    try {
      await vpcep.getVpcEndpointService("s");
    } finally {
      Reflect.deleteProperty(globalThis, "location");
    }
    expect(requests[0]).toMatchObject({
      url: "https://app.example/api/v1/project/vpc-endpoint-services/s",
      init: { headers: {} },
    });
  });

  test("sends custom headers, and hides their secrets in errors", async () => {
    const { vpcep, requests } = stubClient([json(500, { error_msg: "for key-of-the-gateway" })], {
      headers: { "X-Api-Key": "key-of-the-gateway", "X-Team": "net" },
      maxAttempts: 1,
    });
    const error = await rejection(
      vpcep.getVpcEndpointService("s", { headers: { "X-Trace": "7", "X-Team": null } }),
    );
    expect(requests[0]?.init.headers).toEqual({
      "X-Auth-Token": "the-token",
      "x-api-key": "key-of-the-gateway",
      "x-trace": "7",
    });
    expect(inspect(error)).not.toContain("key-of-the-gateway");
  });
});
