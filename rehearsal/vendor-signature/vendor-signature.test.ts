// Compares access-key signatures with those from the vendor's SDK, for random credentials and requests.
import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js";
import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { aksk } from "../../packages/client/src/aksk.js";

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
/** Times from 2000 to 2100, in whole seconds, because the date header has no fractional seconds. */
const second = fc.integer({ min: 946_684_800, max: 4_102_444_800 });

test("access-key signatures match those from the vendor's SDK", async () => {
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
          signal: AbortSignal.timeout(60_000),
        });
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
          { getAk: () => accessKey, getSk: () => secretKey },
        );
        // The vendor's SDK also sets the Host header, which fetch doesn't allow.
        expect(ours).toEqual(
          Object.fromEntries(Object.entries(theirs).filter(([name]) => name !== "host")),
        );
      },
    ),
    { numRuns: 10_000 },
  );
});
