// Tests the client's openapi-fetch interface, including middleware and options that could bypass security.
import { createServer } from "node:http";

import { describe, expect, test } from "@jest/globals";
import type { Middleware } from "openapi-fetch";
import createQueryHooks from "openapi-react-query";

import { createClient } from "../src/index.js";
import { onLoopback } from "./loopback.js";
import { json, rejection, stubClient } from "./stub-client.js";

const ok = json(200, { status: "available" });
const path = "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}";
const params = { path: { project_id: "p", vpc_endpoint_service_id: "s" } };

describe("GET", () => {
  test("GET returns data and uses the same authentication as the other methods", async () => {
    const { vpcep, requests } = stubClient([ok]);
    const { data, error, response } = await vpcep.GET(path, { params });
    expect([data, error, response.status]).toEqual([{ status: "available" }, undefined, 200]);
    expect(requests[0]).toMatchObject({
      url: "https://vpcep.eu-de.otc.t-systems.com/v1/p/vpc-endpoint-services/s",
      init: { headers: { "X-Auth-Token": "the-token" } },
    });
  });

  test("GET returns an HTTP error's body after retries, instead of throwing", async () => {
    const body = { error_code: "EndPoint.0001", error_msg: "Down." };
    const { vpcep, requests } = stubClient([json(503, body)]);
    const { data, error, response } = await vpcep.GET(path, { params });
    expect([data, error, response.status]).toEqual([undefined, body, 503]);
    expect(requests).toHaveLength(3);
  });

  test.each([
    [new Response("", { status: 500 })],
    [new Response(null, { status: 404, headers: { "Content-Length": "0" } })],
  ])("GET returns a truthy error for an error response with an empty body", async (answer) => {
    const { vpcep } = stubClient([answer], { maxAttempts: 1 });
    const { data, error } = await vpcep.GET(path, { params });
    expect(data).toBeUndefined();
    expect(error).toMatch(/^HTTP \d+ without a body$/);
  });

  test.each([
    ["<html>", "InvalidResponseError"],
    ["", "InvalidResponseError"],
    ["[]", "InvalidResponseError"],
  ])("GET throws the right error class for the 200 response %j", async (text, name) => {
    const { vpcep } = stubClient([new Response(text)]);
    expect(await rejection(vpcep.GET(path, { params }))).toMatchObject({ name, attempts: 1 });
  });

  test("GET supports parseAs and limits the body size", async () => {
    const { vpcep } = stubClient([new Response("x".repeat(99))], { maxBodyBytes: 10 });
    expect((await vpcep.GET(path, { params, parseAs: "text" })).data).toBe(`${"x".repeat(10)}…`);
    const { data } = await vpcep.GET(path, { params, parseAs: "arrayBuffer" });
    expect(data?.byteLength).toBe(10);
  });

  test.each(["", "..", "a/b", undefined as unknown as string, " "])(
    "rejects the ID %j",
    async (id) => {
      const { vpcep, requests } = stubClient([ok]);
      const bad = { path: { project_id: "p", vpc_endpoint_service_id: id } };
      expect(await rejection(vpcep.GET(path, { params: bad }))).toMatchObject({
        name: "InvalidArgumentError",
        argument: "vpc_endpoint_service_id",
      });
      expect(await rejection(vpcep.GET(path, {} as never))).toMatchObject({
        argument: "project_id",
      });
      expect(requests).toHaveLength(0);
    },
  );

  test("GET uses the project in the path instead of the client's project", async () => {
    const signed: string[] = [];
    const { vpcep, requests } = stubClient([ok], {
      token: undefined,
      credentials: ({ projectId }) => (signed.push(projectId), { Authorization: "signed" }),
    });
    await vpcep.GET(path, { params });
    expect(requests[0]?.url).toContain("/v1/p/");
    expect(signed).toEqual(["p"]);
  });
});

describe("middleware", () => {
  test("middleware runs once per call, receives the final response, and applies to all methods", async () => {
    const seen: unknown[] = [];
    const { vpcep, requests } = stubClient([new Response("", { status: 503 }), ok]);
    const middleware = {
      onRequest: ({ request }: { request: Request }) => {
        request.headers.set("X-Trace", "1");
      },
      onResponse: async ({ response }: { response: Response }) => {
        seen.push(response.status, await response.clone().text());
      },
    };
    vpcep.use(middleware);
    await vpcep.getVpcEndpointService("s");
    expect(seen).toEqual([200, '{"status":"available"}']);
    expect(requests.map(({ init }) => (init.headers as Record<string, string>)["x-trace"])).toEqual(
      ["1", "1"],
    );
    vpcep.eject(middleware);
    await vpcep.getVpcEndpointService("s");
    expect(seen).toHaveLength(2);
  });

  test("middleware can return its own response, which is validated", async () => {
    const { vpcep, requests } = stubClient([ok]);
    vpcep.use({ onRequest: () => new Response("<html>") });
    expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
      name: "InvalidResponseError",
    });
    expect(requests).toHaveLength(0);
    vpcep.use({ onResponse: () => json(404, { error_code: "EndPoint.0005", error_msg: "No." }) });
  });

  test("middleware can replace a response with an error", async () => {
    const { vpcep } = stubClient([ok]);
    vpcep.use({ onResponse: () => json(404, { error_code: "EndPoint.0005", error_msg: "No." }) });
    expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
      name: "NotFoundError",
      errorCode: "EndPoint.0005",
    });
  });

  test("the call timeout also applies to middleware", async () => {
    const { vpcep } = stubClient([ok], { timeoutMs: 30 });
    vpcep.use({ onRequest: () => new Promise(() => undefined) });
    expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
      name: "TimeoutError",
      timeoutMs: 30,
    });
  });

  test("middleware receives the client's errors, but no credentials", async () => {
    const seen: unknown[] = [];
    const { vpcep } = stubClient([new TypeError("x is not a function")]);
    vpcep.use({
      onRequest: ({ request }) => void seen.push([...request.headers.keys()]),
      onError: ({ error }) => void seen.push((error as Error).name),
    });
    await rejection(vpcep.GET(path, { params }));
    expect(seen).toEqual([[], "ConnectionError"]);
  });
});

describe("without middleware", () => {
  const gone = { error_code: "EndPoint.0005", error_msg: "No." };
  const answers: readonly [string, () => Response][] = [
    ["data", () => ok.clone()],
    ["an HTTP error", () => json(404, gone, { "X-Request-Id": "r" })],
    ["an empty HTTP error", () => new Response(null, { status: 404 })],
    ["an empty body", () => new Response("", { headers: { "Content-Length": "0" } })],
    ["no content", () => new Response(null, { status: 204 })],
    ["an HTML page", () => new Response("<html>")],
    ["a redirect", () => new Response(null, { status: 302, headers: { Location: "/x" } })],
  ];
  const outcome = async (answer: Response, middleware: Middleware[]): Promise<unknown> => {
    const { vpcep, requests } = stubClient([answer]);
    const seen = await vpcep.GET(path, { params, middleware }).then(
      ({ data, error, response: { status, ok, bodyUsed, headers } }) => ({
        ...{ data, error, status, ok, bodyUsed, headers: [...headers] },
      }),
      (error: unknown) => error,
    );
    const sent = requests.map(({ url, init: { headers, method } }) => ({ url, headers, method }));
    return { seen, sent };
  };

  test.each(answers)("%s has the same result with and without middleware", async (_, answer) => {
    const response = answer();
    const plain = await outcome(response.clone(), []);
    expect(plain).toEqual(await outcome(response, [{ onRequest: () => undefined }]));
  });

  test("the caller receives the response that fetch returned", async () => {
    const answer = ok.clone();
    const { vpcep } = stubClient([() => Promise.resolve(answer)]);
    expect((await vpcep.GET(path, { params })).response).toBe(answer);
  });
});

describe("credentials are sent only to the configured origin", () => {
  const elsewhere = "https://elsewhere.example";

  test.each<[string, object]>([
    ["a baseUrl for a call", { baseUrl: elsewhere }],
    [
      "middleware that rewrites the URL",
      {
        middleware: [
          { onRequest: ({ request }: { request: Request }) => new Request(elsewhere, request) },
        ],
      },
    ],
    ["a path serializer for a call", { pathSerializer: () => `${elsewhere}/x` }],
    ["following redirects", { redirect: "follow" }],
    ["a custom Request class", { Request: globalThis.Request }],
  ])("%s is rejected before a request is sent", async (_, init) => {
    const { vpcep, requests } = stubClient([ok]);
    expect(await rejection(vpcep.GET(path, { params, ...init }))).toMatchObject({
      name: "InvalidArgumentError",
    });
    expect(requests).toHaveLength(0);
  });

  test("a path cannot change the host", async () => {
    const { vpcep, requests } = stubClient([ok]);
    for (const bad of ["@elsewhere.example/x", "//elsewhere.example/x", ".elsewhere.example/x"])
      await vpcep.GET(bad as typeof path, { params }).catch(() => undefined);
    for (const { url } of requests) expect(new URL(url).host).toBe("vpcep.eu-de.otc.t-systems.com");
  });

  test("another path on the same origin is allowed", async () => {
    const { vpcep, requests } = stubClient([ok]);
    await vpcep.GET(path, { params, baseUrl: "https://vpcep.eu-de.otc.t-systems.com/through/" });
    expect(requests[0]?.url).toBe(
      "https://vpcep.eu-de.otc.t-systems.com/through/v1/p/vpc-endpoint-services/s",
    );
  });
});

test("a custom fetch function for a single call supports credentials, retries, and options", async () => {
  const seen: Request[] = [];
  const { vpcep, requests } = stubClient([ok]);
  const { data } = await vpcep.GET(path, {
    params,
    cache: "no-store",
    fetch: (request: Request) => {
      seen.push(request);
      return Promise.resolve(seen.length < 2 ? new Response("", { status: 503 }) : ok.clone());
    },
  });
  expect(data).toEqual({ status: "available" });
  expect(seen.map(({ cache, headers }) => [cache, headers.get("X-Auth-Token")])).toEqual([
    ["no-store", "the-token"],
    ["no-store", "the-token"],
  ]);
  expect(requests).toHaveLength(0);
});

test("openapi-react-query accepts the client", async () => {
  const server = createServer((request, response) => {
    response.writeHead(request.url?.endsWith("/gone") ? 404 : 200, { "Content-Length": "0" });
    response.end();
  });
  await onLoopback(server, async (port) => {
    const vpcep = createClient({ baseUrl: `http://127.0.0.1:${port}`, projectId: "p", token: "t" });
    const { queryFn, queryKey } = createQueryHooks(vpcep).queryOptions("get", path, {
      params: { path: { project_id: "p", vpc_endpoint_service_id: "gone" } },
    });
    const { signal } = new AbortController();
    const asked = queryFn as unknown as (context: object) => Promise<unknown>;
    // With plain openapi-fetch, an empty 404 looks like a success without data.
    expect(await rejection(asked({ queryKey, signal, meta: undefined }))).toBe(
      "HTTP 404 without a body",
    );
  });
});
