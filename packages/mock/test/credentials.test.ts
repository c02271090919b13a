import { createHash, createHmac } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";

import { ask, projectId, serviceId } from "./ask.js";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

const path = `/v1/${projectId}/vpc-endpoint-services/${serviceId}`;
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac("sha256", key).update(text).digest();

interface Signing {
  accessKey?: string;
  secretKey?: string;
  /** Milliseconds since 1970. */
  at?: number;
  project?: string;
  /** Whether to use the Go SDK's format, in which the key is derived from the date, region, and service. */
  scoped?: boolean;
}

/** Signs a request without using the mock's code. */
function sign({
  accessKey = "MOCKACCESSKEY",
  secretKey = "mock-secret-key",
  at = Date.now(),
  project = projectId,
  scoped = false,
}: Signing = {}): Record<string, string> {
  const date = new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
  const host = new URL(mock.url).host;
  const request = `GET\n${path}/\n\nhost:${host}\nx-project-id:${project}\nx-sdk-date:${date}\n\nhost;x-project-id;x-sdk-date\n${sha256("")}`;
  const scope = `${date.slice(0, 8)}/eu-de/vpcep/sdk_request`;
  const key = scoped
    ? scope.split("/").reduce<string | Buffer>(hmac, `SDK${secretKey}`)
    : secretKey;
  const text = `SDK-HMAC-SHA256\n${date}\n${scoped ? `${scope}\n` : ""}${sha256(request)}`;
  const who = scoped ? `Credential=${accessKey}/${scope}` : `Access=${accessKey}`;
  return {
    "X-Sdk-Date": date,
    "X-Project-Id": project,
    Authorization: `SDK-HMAC-SHA256 ${who}, SignedHeaders=host;x-project-id;x-sdk-date, Signature=${hmac(key, text).toString("hex")}`,
  };
}

const asking = (headers: Record<string, string>, other = {}) =>
  ask(mock, { anonymous: true, headers, ...other });

test("accepts only the configured token", async () => {
  expect((await asking({ "X-Auth-Token": "mock-token" })).status).toBe(200);
  expect((await asking({ "X-Auth-Token": "mock-tokem" })).status).toBe(401);
  expect((await asking({})).status).toBe(401);
});

test("explains the rejection without repeating the token", async () => {
  const { body } = await asking({ "X-Auth-Token": "my-private-token" });
  expect(body).toMatchObject({
    error_code: "EndPoint.0003",
    error_msg: expect.stringContaining("X-Auth-Token"),
  });
  expect(JSON.stringify(body)).not.toContain("my-private-token");
});

test("accepts signatures in both formats", async () => {
  expect((await asking(sign())).status).toBe(200);
  expect((await asking(sign({ scoped: true }))).status).toBe(200);
});

const minute = 60_000;
test.each<[string, () => Record<string, string>, RegExp]>([
  ["a wrong secret key", () => sign({ secretKey: "guessed" }), /does not match/],
  ["an unknown access key", () => sign({ accessKey: "STRANGER" }), /access key is unknown/],
  ["an old signature", () => sign({ at: Date.now() - 16 * minute }), /15 minutes/],
  ["a signature with a future date", () => sign({ at: Date.now() + 16 * minute }), /15 minutes/],
  ["a changed date", () => ({ ...sign(), "X-Sdk-Date": "20260101T000000Z" }), /15 minutes/],
  ["a malformed date", () => ({ ...sign(), "X-Sdk-Date": "now" }), /X-Sdk-Date/],
  ["a changed project", () => ({ ...sign(), "X-Project-Id": "other" }), /does not match/],
  ["another scheme", () => ({ ...sign(), Authorization: "Bearer x" }), /SDK-HMAC-SHA256/],
  [
    "a header without a signature",
    () => ({ ...sign(), Authorization: "SDK-HMAC-SHA256 Access=MOCKACCESSKEY" }),
    /lacks Access or Signature/,
  ],
  [
    "a signature that does not cover the host",
    () => ({ ...sign(), Authorization: sign()["Authorization"]?.replace("host;", "") ?? "" }),
    /does not include host/,
  ],
  [
    "a truncated signature",
    () => ({ ...sign(), Authorization: sign()["Authorization"]?.slice(0, -2) ?? "" }),
    /does not match/,
  ],
])("rejects %s with an explanation", async (_, headers, reason) => {
  const response = await asking(headers());
  expect(response.status).toBe(401);
  expect(response.body).toMatchObject({ error_msg: expect.stringMatching(reason) });
});

test("rejects a signature for another service", async () => {
  expect((await asking(sign(), { serviceId: "another" })).status).toBe(401);
});

test("returns 403 for a signature for another project", async () => {
  expect((await asking(sign({ project: "other" }))).status).toBe(403);
});

test("the credentials option accepts custom credentials, or false to accept every request", async () => {
  const strict = await startMock({ credentials: { token: "my-own-token" } });
  const open = await startMock({ credentials: false });
  try {
    expect((await ask(strict)).status).toBe(401);
    expect((await ask(strict, { headers: { "X-Auth-Token": "my-own-token" } })).status).toBe(200);
    expect((await ask(open, { anonymous: true })).status).toBe(200);
  } finally {
    await Promise.all([strict.close(), open.close()]);
  }
});
