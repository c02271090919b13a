import { describe, expect, test } from "@jest/globals";

import { type ClientOptions, createClient, InvalidArgumentError } from "../src/index.js";
import { json, rejection, stubClient } from "./stub-client.js";

const ok = json(200, { status: "available" });

describe("IDs", () => {
  test.each([
    "",
    ".",
    "..",
    "a/b",
    "../x",
    "a\\b",
    "a\nb",
    "a\0",
    "\x7f",
    "\x85",
    "\ud800",
    "x\udc00",
  ])("%j is rejected before a request is sent", async (id) => {
    const { vpcep, requests } = stubClient([ok]);
    expect(await rejection(vpcep.getVpcEndpointService(id))).toMatchObject({
      name: "InvalidArgumentError",
      message: expect.stringMatching(/^serviceId must be a non-empty ID/),
    });
    expect(await rejection(vpcep.getVpcEndpointService("s", { projectId: id }))).toMatchObject({
      name: "InvalidArgumentError",
      message: expect.stringMatching(/^projectId must be a non-empty ID/),
    });
    expect(
      await rejection(vpcep.waitForVpcEndpointService(id, { until: "deleted" })),
    ).toBeInstanceOf(InvalidArgumentError);
    expect(requests).toHaveLength(0);
  });

  test.each([undefined, null, 7, {}, [], ["a"]])("%j is not an ID", async (id) => {
    const { vpcep } = stubClient([ok]);
    expect(await rejection(vpcep.getVpcEndpointService(id as string))).toBeInstanceOf(
      InvalidArgumentError,
    );
  });

  test.each([
    ["4189d3c2-8882-4871-a3c2-d380272eed88", "4189d3c2-8882-4871-a3c2-d380272eed88"],
    ["a b", "a%20b"],
    ["a?b#c", "a%3Fb%23c"],
    ["%2e%2e", "%252e%252e"],
    ["...", "..."],
    ["{project_id}", "%7Bproject_id%7D"],
    ["$&$1", "%24%26%241"],
    ["ä😀", "%C3%A4%F0%9F%98%80"],
  ])("%j is sent as %s", async (id, encoded) => {
    const { vpcep, requests } = stubClient([ok]);
    await vpcep.getVpcEndpointService(id, { projectId: id });
    expect(requests[0]?.url).toBe(
      `https://vpcep.eu-de.otc.t-systems.com/v1/${encoded}/vpc-endpoint-services/${encoded}`,
    );
    expect(new URL(requests[0]?.url ?? "").href).toBe(requests[0]?.url);
  });
});

describe("the base URL", () => {
  const make = (options: Partial<ClientOptions>) => () =>
    createClient({ projectId: "p", token: "t", ...options } as ClientOptions);

  test.each([
    "",
    "vpcep.eu-de.otc.t-systems.com",
    "http://vpcep.eu-de.otc.t-systems.com",
    "http://127.evil.example",
    "http://localhost.evil.example",
    "http://10.0.0.1",
    "ftp://host.example",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "https://user:secret@host.example",
    "https://secret@host.example",
    "https://host.example/?secret=1",
    "https://host.example/#secret",
  ])("%s is rejected, and the error does not show the value", (baseUrl) => {
    const run = make({ baseUrl });
    expect(run).toThrow(InvalidArgumentError);
    expect(run).toThrow(/^(baseUrl|region) (must|or)/);
    expect(run).not.toThrow(/secret/);
  });

  test.each([
    "http://localhost:1",
    "http://127.0.0.1:1",
    "http://127.1",
    "http://[::1]:1",
    "https://x.example",
  ])("%s is accepted", (baseUrl) => {
    expect(make({ baseUrl })).not.toThrow();
    expect(make({ baseUrl: new URL(baseUrl) })).not.toThrow();
  });

  test("allowInsecureHttp allows http for all hosts", () => {
    expect(make({ baseUrl: "http://10.0.0.1", allowInsecureHttp: true })).not.toThrow();
    expect(make({ baseUrl: "ftp://10.0.0.1", allowInsecureHttp: true })).toThrow(
      InvalidArgumentError,
    );
    expect(make({ baseUrl: "http://10.0.0.1", allowInsecureHttp: false })).toThrow(
      InvalidArgumentError,
    );
    expect(make({ baseUrl: "http://127.0.0.1", allowInsecureHttp: false })).not.toThrow();
  });

  test("keeps the path of the base URL, but removes trailing slashes", async () => {
    const { vpcep, requests } = stubClient([ok], {
      region: undefined,
      baseUrl: "https://proxy.example/{otc}/vpcep//",
    });
    await vpcep.getVpcEndpointService("s");
    expect(requests[0]?.url).toBe(
      "https://proxy.example/%7Botc%7D/vpcep/v1/project/vpc-endpoint-services/s",
    );
  });

  test.each(["eu-de2", "constructor", "__proto__", undefined])(
    "rejects the region %p",
    (region) => {
      expect(make({ region })).toThrow(InvalidArgumentError);
    },
  );

  test("each region has its own base URL", async () => {
    for (const [region, host] of [
      ["eu-de", "vpcep.eu-de.otc.t-systems.com"],
      ["eu-nl", "vpcep.eu-nl.otc.t-systems.com"],
      ["eu-ch2", "vpcep.eu-ch2.sc.otc.t-systems.com"],
    ] as const) {
      const { vpcep, requests } = stubClient([ok], { region });
      await vpcep.getVpcEndpointService("s");
      expect(new URL(requests[0]?.url ?? "").host).toBe(host);
    }
  });
});

test("requires a token or credentials", () => {
  expect(() => createClient({ region: "eu-de", projectId: "p" } as ClientOptions)).toThrow(
    "token or credentials must be set, unless baseUrl is relative; both are undefined. Correct the value.",
  );
});

test.each([undefined, "ready", "constructor"])("rejects until: %p", async (until) => {
  const { vpcep, requests } = stubClient([ok]);
  expect(
    await rejection(vpcep.waitForVpcEndpointService("s", { until: until as "deleted" })),
  ).toMatchObject({ name: "InvalidArgumentError" });
  expect(requests).toHaveLength(0);
});

test("uses the current global fetch for a GET request without a body, and does not follow redirects", async () => {
  const original = globalThis.fetch;
  const seen: unknown[] = [];
  const { vpcep } = stubClient([ok], { fetch: undefined });
  globalThis.fetch = ((url: string, init: RequestInit) => {
    seen.push([url, { ...init, signal: init.signal?.aborted }]);
    return Promise.resolve(ok.clone());
  }) as typeof fetch;
  try {
    await vpcep.getVpcEndpointService("s");
  } finally {
    globalThis.fetch = original;
  }
  expect(seen).toEqual([
    [
      "https://vpcep.eu-de.otc.t-systems.com/v1/project/vpc-endpoint-services/s",
      {
        method: "GET",
        headers: { "X-Auth-Token": "the-token" },
        signal: false,
        redirect: "manual",
      },
    ],
  ]);
});
