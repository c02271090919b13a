import { expect, test } from "@jest/globals";

import type { Credentials } from "../src/index.js";
import { json, rejection, stubClient } from "./stub-client.js";

const ok = json(200, { status: "available" });
const refused = json(401, { error: { code: 401, message: "Expired.", title: "Unauthorized" } });

/** Creates a `fetch` function that returns a 401 unless the request contains the given token. */
const wants =
  (token: string) =>
  (_: string, { headers }: RequestInit): Promise<Response> =>
    Promise.resolve(
      ((headers as Record<string, string>)["X-Auth-Token"] === token ? ok : refused).clone(),
    );

test("calls the token function once and caches the token", async () => {
  let asked = 0;
  const { vpcep } = stubClient([ok], { token: () => `token-${++asked}` });
  await vpcep.getVpcEndpointService("a");
  await vpcep.getVpcEndpointService("b");
  expect(asked).toBe(1);
});

test("after a 401, fetches a new token and repeats the request", async () => {
  let asked = 0;
  const { vpcep, sleeps, requests } = stubClient([wants("token-2")], {
    token: () => Promise.resolve(`token-${++asked}`),
    maxAttempts: 1,
  });
  await expect(vpcep.getVpcEndpointService("s")).resolves.toEqual({ status: "available" });
  expect([asked, requests.length, sleeps.length]).toEqual([2, 2, 0]);
});

test("a second 401 causes an error", async () => {
  let asked = 0;
  const { vpcep } = stubClient([refused], { token: () => `token-${++asked}` });
  expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
    name: "AuthenticationError",
    attempts: 2,
  });
  expect(asked).toBe(2);
});

test("does not retry a request with a fixed token after a 401", async () => {
  const { vpcep, requests } = stubClient([refused], { token: "fixed" });
  expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({ attempts: 1 });
  expect(requests).toHaveLength(1);
});

test("concurrent calls share a token and renew it once", async () => {
  let asked = 0;
  const { vpcep } = stubClient([wants("token-2")], {
    token: async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return `token-${++asked}`;
    },
  });
  const calls = Array.from({ length: 20 }, (_, index) => vpcep.getVpcEndpointService(`s${index}`));
  expect(await Promise.all(calls)).toHaveLength(20);
  expect(asked).toBe(2);
});

test("a token function failure results in a CredentialsError, and the next call tries again", async () => {
  const cause = new Error("IAM is down");
  let asked = 0;
  const { vpcep } = stubClient([ok], {
    token: () => {
      if (++asked === 1) throw cause;
      return "later";
    },
  });
  expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
    name: "CredentialsError",
    attempts: 0,
    retryable: false,
    cause,
  });
  await expect(vpcep.getVpcEndpointService("s")).resolves.toBeTruthy();
});

test.each([undefined, null, 7, "", "two\r\nX-Evil: lines", "tab\t", "ümlaut", "zero\0"])(
  "rejects the token %j before sending a request, and hides the token's value",
  async (token) => {
    const { vpcep, requests } = stubClient([ok], { token: () => token as string });
    const error = await rejection(vpcep.getVpcEndpointService("s"));
    expect(error).toMatchObject({ name: "InvalidArgumentError" });
    expect((error as Error).message).toMatch(
      /^token must be a single line of printable ASCII; it is (undefined|null|7|an empty string|a string with [a-z ]+(; trim it)?)\. Correct/,
    );
    expect(requests).toHaveLength(0);
  },
);

test("a CredentialsError has only the fields that its class declares", async () => {
  const { vpcep } = stubClient([ok], { token: () => Promise.reject(new Error("IAM is down")) });
  const error = await rejection(vpcep.getVpcEndpointService("s"));
  const own = Object.keys(error as object).sort();
  expect(own).toEqual(["attempts", "code", "delaysMs", "method", "retryable", "url"]);
});

test("a failed credentials function results in a CredentialsError", async () => {
  const cause = new Error("no key");
  for (const credentials of [
    () => {
      throw cause;
    },
    () => Promise.reject(cause),
  ]) {
    const { vpcep } = stubClient([ok], { token: undefined, credentials });
    expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
      name: "CredentialsError",
      cause,
    });
  }
});

test.each([undefined, null, "the-token"])(
  "if a credentials function returns %j instead of headers, the call rejects before sending a request",
  async (given) => {
    const credentials = (() => given) as unknown as Credentials;
    const { vpcep, requests } = stubClient([ok], { token: undefined, credentials });
    expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
      name: "InvalidArgumentError",
    });
    expect(requests).toHaveLength(0);
  },
);

test("validates the headers from a credentials function for every request, even if the function returns the same object", async () => {
  const headers = { "X-Auth-Token": "good" };
  const { vpcep, requests } = stubClient([ok], { token: undefined, credentials: () => headers });
  await vpcep.getVpcEndpointService("s");
  headers["X-Auth-Token"] = "two\r\nX-Evil: lines";
  expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
    name: "InvalidArgumentError",
  });
  expect(requests).toHaveLength(1);
});
