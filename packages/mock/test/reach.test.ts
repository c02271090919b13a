import { request as sendHttps } from "node:https";
import { networkInterfaces } from "node:os";

import { afterEach, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";

import { ask, projectId, serviceId } from "./ask.js";
import { wrongWith } from "./contract-checker.js";

let mock: Mock;
afterEach(() => mock.close());

const path = `/v1/${projectId}/vpc-endpoint-services/${serviceId}`;
const headers = { "X-Auth-Token": "mock-token" };
const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((address) => address?.address === "::1");

test("listens on both loopback addresses", async () => {
  mock = await startMock();
  const { port } = new URL(mock.url);
  const hosts = ["127.0.0.1", "localhost", ...(hasIpv6 ? ["[::1]"] : [])];
  for (const host of hosts)
    expect((await fetch(`http://${host}:${port}${path}`, { headers })).status).toBe(200);
});

test("accepts an IPv6 address in brackets", async () => {
  mock = await startMock({ host: hasIpv6 ? "[::1]" : "127.0.0.1" });
  expect((await fetch(`${mock.url}/_mock/health`)).status).toBe(200);
});

test("fails if the port is in use on one loopback address", async () => {
  mock = await startMock({ host: hasIpv6 ? "::1" : "127.0.0.1" });
  expect(mock.url).toContain(hasIpv6 ? "[::1]:" : "127.0.0.1:");
  const port = Number(new URL(mock.url).port);
  await expect(startMock({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("listens on all addresses if the host is 0.0.0.0", async () => {
  mock = await startMock({ host: "0.0.0.0" });
  expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
  const own = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === "IPv4" && !address.internal)?.address;
  const { port } = new URL(mock.url);
  const host = own ?? "127.0.0.1";
  expect((await fetch(`http://${host}:${port}/_mock/health`)).status).toBe(200);
});

test("serves HTTPS with a certificate that clients can trust", async () => {
  mock = await startMock({ https: true });
  expect(mock.url).toMatch(/^https:/);
  const { port } = new URL(mock.url);
  const statusOf = (host: string, ca: string | undefined): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      sendHttps({ host, port, path, headers, agent: false, ...(ca !== undefined && { ca }) })
        .on("response", (response) => {
          response.resume();
          resolve(response.statusCode);
        })
        .on("error", reject)
        .end();
    });
  for (const host of ["127.0.0.1", "localhost", ...(hasIpv6 ? ["::1"] : [])])
    expect(await statusOf(host, mock.certificate)).toBe(200);
  await expect(statusOf("127.0.0.1", undefined)).rejects.toMatchObject({
    code: "DEPTH_ZERO_SELF_SIGNED_CERT",
  });
});

test("faults close HTTPS connections", async () => {
  mock = await startMock({ https: true, queue: ["reset"] });
  const { port } = new URL(mock.url);
  const failed = new Promise((resolve, reject) => {
    sendHttps({ host: "127.0.0.1", port, path, headers, ca: mock.certificate, agent: false })
      .on("response", resolve)
      .on("error", reject)
      .end();
  });
  await expect(failed).rejects.toMatchObject({ code: "ECONNRESET" });
});

const responses = async (seed: number): Promise<{ body: unknown; requestId: string | null }[]> => {
  mock = await startMock({ dynamic: true, seed });
  const found = [];
  for (let index = 0; index < 5; index++) {
    const response = await ask(mock);
    expect(wrongWith(response)).toBeUndefined();
    found.push({ body: response.body, requestId: response.headers.get("x-request-id") });
  }
  await mock.close();
  return found;
};

test("generates the same bodies and request IDs for the same seed", async () => {
  const [first, again, other] = [await responses(7), await responses(7), await responses(8)];
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
  expect(new Set(first.map(({ body }) => JSON.stringify(body))).size).toBe(5);
  expect(new Set(first.map(({ requestId }) => requestId)).size).toBe(5);
});

test("the Prefer header overrides generated bodies", async () => {
  mock = await startMock({ dynamic: true });
  const prefer = { Prefer: "example=vpc-endpoint-service-printed" };
  expect((await ask(mock, { headers: prefer })).body).toMatchObject({ status: "available" });
  expect((await ask(mock, { headers: { Prefer: "code=404" } })).status).toBe(404);
});
