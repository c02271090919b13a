import { createHash, createHmac } from "node:crypto";
import { inspect } from "node:util";

import { describe, expect, test } from "@jest/globals";

import { aksk } from "../src/aksk.js";
import { BadRequestError, createClient, InvalidArgumentError, ServerError } from "../src/index.js";

const { signal } = new AbortController();

describe("aksk", () => {
  // The signatures are from the vendor's SDK (@huaweicloud/huaweicloud-sdk-core 3.1.211). The rehearsal also compares
  // signatures for random requests.
  test.each([
    {
      accessKey: "AK1",
      secretKey: "secret",
      securityToken: undefined,
      base: "https://vpcep.eu-de.otc.t-systems.com",
      projectId: "6e9dfd51d1124e8d8498dce894923a0d",
      serviceId: "4189d3c2-8882-4871-a3c2-d380272eed83",
      time: "2026-11-25T12:00:00Z",
      signature: "257c519366d8f7777292764c0d47417b5ce25558d90b54509b28bb888c61a860",
    },
    {
      accessKey: "AK1",
      secretKey: "s/ec+ret=",
      securityToken: "token",
      base: "https://vpcep.eu-ch2.sc.otc.t-systems.com",
      projectId: "p_1",
      serviceId: "S-2",
      time: "2000-01-01T00:00:00Z",
      signature: "26f30a23f94c3fce93da3cbc83767a9ca964352087ba2afba90c0d58a83e1ed8",
    },
    {
      accessKey: "Z9",
      secretKey: "ä€\u{1f511}",
      securityToken: undefined,
      base: "https://proxy.example:8443/vpcep",
      projectId: "p",
      serviceId: "0",
      time: "2099-12-31T23:59:59Z",
      signature: "09f96df23bcc3993467681e8709f2ce16bd4b4102b56a5bfceac335e58e28998",
    },
  ])(
    "creates the same signature as the vendor's SDK: $base at $time",
    async ({ base, projectId, serviceId, time, signature, ...credentials }) => {
      const sign = aksk({ ...credentials, now: () => Date.parse(time) });
      const url = `${base}/v1/${projectId}/vpc-endpoint-services/${serviceId}`;
      const headers = await sign({ method: "GET", url, projectId, signal });
      expect(headers["Authorization"]).toMatch(new RegExp(`Signature=${signature}$`));
    },
  );

  test("encodes the path a second time for the signature, as the Go and Java SDKs do", async () => {
    const sign = aksk({ accessKey: "AK", secretKey: "SK", now: () => 0 });
    const { Authorization: authorization } = await sign({
      method: "GET",
      url: "https://host.example/v1/p%20q/vpc-endpoint-services/!'()*~%C3%A4",
      projectId: "p q",
      signal,
    });
    const canonical = [
      "GET",
      "/v1/p%20q/vpc-endpoint-services/%21%27%28%29%2A~%C3%A4/",
      "",
      "host:host.example",
      "x-project-id:p q",
      "x-sdk-date:19700101T000000Z",
      "",
      "host;x-project-id;x-sdk-date",
      createHash("sha256").digest("hex"),
    ].join("\n");
    const hash = createHash("sha256").update(canonical).digest("hex");
    expect(authorization).toBe(
      `SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-project-id;x-sdk-date, Signature=${createHmac(
        "sha256",
        "SK",
      )
        .update(`SDK-HMAC-SHA256\n19700101T000000Z\n${hash}`)
        .digest("hex")}`,
    );
  });

  test.each([
    ["", "secret"],
    ["a b", "secret"],
    ["a,b", "secret"],
    ["a\r\nb", "secret"],
    ["access", ""],
  ])("rejects the access key %j with the secret key %j", (accessKey, secretKey) => {
    expect(() => aksk({ accessKey, secretKey })).toThrow(InvalidArgumentError);
  });

  test("signs each attempt and does not send a token", async () => {
    const seen: Record<string, string>[] = [];
    let seconds = 0;
    const vpcep = createClient({
      region: "eu-de",
      projectId: "p",
      credentials: aksk({ accessKey: "AK", secretKey: "SK", now: () => 1000 * seconds++ }),
      sleep: () => Promise.resolve(),
      fetch: (_, { headers }) => {
        seen.push(headers);
        return Promise.resolve(new Response("", { status: 503 }));
      },
    });
    await expect(vpcep.getVpcEndpointService("s")).rejects.toThrow(ServerError);
    expect(seen.map((headers) => headers["X-Sdk-Date"])).toEqual([
      "19700101T000000Z",
      "19700101T000001Z",
      "19700101T000002Z",
    ]);
    expect(seen.every((headers) => !("X-Auth-Token" in headers))).toBe(true);
  });

  test("does not expose keys, even in errors", async () => {
    const credentials = aksk({
      accessKey: "AK1",
      secretKey: "SK-hidden",
      securityToken: "ST-hidden",
    });
    const vpcep = createClient({
      baseUrl: "http://127.0.0.1",
      projectId: "p",
      credentials,
      fetch: (_, { headers }) =>
        Promise.resolve(
          new Response(JSON.stringify({ error_msg: Object.values(headers as object).join() }), {
            status: 400,
          }),
        ),
    });
    const error: unknown = await vpcep
      .getVpcEndpointService("s")
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BadRequestError);
    const shown = inspect([credentials, vpcep, error], { depth: 9, showHidden: true });
    expect(shown).toContain("***");
    expect(shown).not.toMatch(/hidden|Signature=[0-9a-f]/);
  });
});
