import { createHash, createHmac } from "node:crypto";
import { inspect } from "node:util";

import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js";
import type { ICredential } from "@huaweicloud/huaweicloud-sdk-core/auth/ICredential.js";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { aksk } from "../src/aksk.js";
import { BadRequestError, createClient, InvalidArgumentError, ServerError } from "../src/index.js";

const key = fc.string({
  minLength: 1,
  maxLength: 40,
  unit: fc.constantFrom("A", "B", "Y", "Z", "0", "1", "9"),
});
const secret = fc.string({ minLength: 1, maxLength: 60, unit: "binary" });
const id = fc.string({
  minLength: 1,
  maxLength: 64,
  unit: fc.constantFrom("0", "1", "9", "a", "f", "z", "A", "F", "Z", "_", "-"),
});
const host = fc.constantFrom(
  "https://vpcep.eu-de.otc.t-systems.com",
  "https://vpcep.eu-ch2.sc.otc.t-systems.com",
  "https://proxy.example:8443/vpcep",
  "http://127.0.0.1:4010",
);
/** Whole seconds of the years 2000 to 2100: the vendor's signer reads the date from a header. */
const second = fc.integer({ min: 946_684_800, max: 4_102_444_800 });

const { signal } = new AbortController();

describe("aksk", () => {
  test("signs as the vendor's own SDK does", async () => {
    await fc.assert(
      fc.asyncProperty(
        key,
        secret,
        fc.option(key, { nil: undefined }),
        host,
        id,
        id,
        second,
        async (accessKey, secretKey, securityToken, base, projectId, serviceId, seconds) => {
          const now = () => seconds * 1000;
          const url = `${base}/v1/${projectId}/vpc-endpoint-services/${serviceId}`;
          const ours = await aksk({ accessKey, secretKey, securityToken, now })({
            method: "GET",
            url,
            projectId,
            signal,
          });
          const credential = { getAk: () => accessKey, getSk: () => secretKey } as ICredential;
          const theirs = AKSKSigner.sign(
            {
              method: "GET",
              endpoint: url,
              headers: {
                "X-Project-Id": projectId,
                "X-Sdk-Date": new Date(now()).toISOString().replace(/[-:]|\.000/g, ""),
                ...(securityToken === undefined ? {} : { "X-Security-Token": securityToken }),
              },
            },
            credential,
          ) as Record<string, string>;
          // The vendor's result names the host as well; only fetch may set that header.
          expect(ours).toEqual(
            Object.fromEntries(Object.entries(theirs).filter(([name]) => name !== "host")),
          );
        },
      ),
      { numRuns: process.env["REHEARSAL"] ? 1000 : 100 },
    );
  });

  test("encodes the path once more by the rules of signing, as their Go and Java SDKs do", async () => {
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
  ])("refuses the keys %j and %j at once", (accessKey, secretKey) => {
    expect(() => aksk({ accessKey, secretKey })).toThrow(InvalidArgumentError);
  });

  test("signs every attempt of a call, in place of a token", async () => {
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

  test("neither shows its keys nor lets them into an error", async () => {
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
