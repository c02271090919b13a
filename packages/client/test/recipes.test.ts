// Runs the recipes in the README.
import { createServer as createTlsServer } from "node:https";
import { createServer as createHttpServer } from "node:http";
import { connect } from "node:net";
import { Writable } from "node:stream";

import { expect, test } from "@jest/globals";
import { SpanStatusCode } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { QueryClient } from "@tanstack/react-query";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import createQueryHooks from "openapi-react-query";
import { pino } from "pino";
import { generate } from "selfsigned";
import { Agent, fetch as undiciFetch, ProxyAgent } from "undici";

import { type ClientEvent, createClient } from "../src/index.js";
import { onLoopback } from "./loopback.js";
import { json, rejection, stubClient } from "./stub-client.js";

const path = "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}";
const params = { path: { project_id: "p", vpc_endpoint_service_id: "s" } };
const ok = json(200, { status: "available" });

test("TanStack Query: only the client retries", async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { vpcep, requests } = stubClient([json(503, { error_code: "E", error_msg: "Down." })]);
  const options = createQueryHooks(vpcep).queryOptions("get", path, { params });
  const failure = await rejection(queries.query(options as never));
  expect(failure).toEqual({ error_code: "E", error_msg: "Down." });
  expect(requests).toHaveLength(3);
  const working = createQueryHooks(stubClient([ok]).vpcep).queryOptions("get", path, { params });
  expect(await new QueryClient().query(working as never)).toEqual({ status: "available" });
});

test("MSW: handlers can be added after the client is created", async () => {
  const server = setupServer();
  const vpcep = createClient({ region: "eu-de", projectId: "p", token: "the-token" });
  server.listen({ onUnhandledRequest: "error" });
  try {
    server.use(
      http.get(
        "https://vpcep.eu-de.otc.t-systems.com/v1/:project/vpc-endpoint-services/:id",
        ({ request, params }) =>
          HttpResponse.json({ id: params["id"], status: request.headers.get("X-Auth-Token") }),
      ),
    );
    expect(await vpcep.getVpcEndpointService("s")).toEqual({ id: "s", status: "the-token" });
  } finally {
    server.close();
  }
});

test("undici: a proxy and a custom CA", async () => {
  const pems = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    keySize: 2048,
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }],
  });
  const service = createTlsServer({ key: pems.private, cert: pems.cert }, (_, response) =>
    response.end('{"status":"available"}'),
  );
  const tunnels: string[] = [];
  const proxy = createHttpServer();
  proxy.on("connect", (request, socket) => {
    tunnels.push(request.url ?? "");
    const [host = "", port = ""] = (request.url ?? "").split(":");
    const upstream = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    for (const end of [upstream, socket]) end.on("error", () => upstream.destroy());
  });
  await onLoopback(service, async (port) => {
    const options = { baseUrl: `https://127.0.0.1:${port}`, projectId: "p", token: "the-token" };
    await onLoopback(proxy, async (proxyPort) => {
      const dispatcher = new ProxyAgent({
        uri: `http://127.0.0.1:${proxyPort}`,
        requestTls: { ca: pems.cert },
      });
      const vpcep = createClient({
        ...options,
        fetch: (url, init) => undiciFetch(url, { ...init, dispatcher }),
      });
      expect((await vpcep.getVpcEndpointService("s")).status).toBe("available");
      expect(tunnels).toEqual([`127.0.0.1:${port}`]);
      await dispatcher.close();
    });
    // Without the CA, the client rejects the certificate and does not retry.
    const dispatcher = new Agent();
    const vpcep = createClient({
      ...options,
      fetch: (url, init) => undiciFetch(url, { ...init, dispatcher }),
    });
    expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
      name: "ConnectionError",
      code: "DEPTH_ZERO_SELF_SIGNED_CERT",
      attempts: 1,
    });
    await dispatcher.close();
  });
});

test("pino: logs events and errors without secrets", async () => {
  const lines: string[] = [];
  const log = pino(
    new Writable({
      write(chunk: Buffer, _, done) {
        lines.push(chunk.toString("utf8"));
        done();
      },
    }),
  );
  const { vpcep } = stubClient(
    [json(404, { error_code: "EndPoint.0005", error_msg: "the-token" })],
    {
      onEvent: ({ type, method, url, attempts }) => {
        log.info({ type, method, url, attempts });
      },
    },
  );
  const error = (await rejection(vpcep.getVpcEndpointService("s"))) as { toJSON(): object };
  log.error({ err: error.toJSON() });
  log.error(error);
  expect(lines).toHaveLength(4);
  expect(JSON.parse(lines[2] ?? "")).toMatchObject({
    err: { name: "NotFoundError", status: 404, errorCode: "EndPoint.0005" },
  });
  expect(lines.join("")).not.toContain("the-token");
});

test("OpenTelemetry: one span for each attempt", async () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const tracer = provider.getTracer("vpcep");
  let span = tracer.startSpan("none");
  const onEvent = (event: ClientEvent): void => {
    if (event.type === "request") {
      span = tracer.startSpan(event.method, { attributes: { "url.full": event.url } });
      span.setAttribute("http.request.resend_count", event.attempts - 1);
    } else if (event.type === "response") {
      span.setAttribute("http.response.status_code", event.status);
      if (event.status >= 400) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    }
  };
  const { vpcep } = stubClient([new Response("", { status: 503 }), ok], { onEvent });
  await vpcep.getVpcEndpointService("s");
  expect(exporter.getFinishedSpans().map(({ attributes }) => attributes)).toEqual([
    expect.objectContaining({ "http.response.status_code": 503, "http.request.resend_count": 0 }),
    expect.objectContaining({ "http.response.status_code": 200, "http.request.resend_count": 1 }),
  ]);
});

test("openapi-fetch: middleware for a single call", async () => {
  const { vpcep, requests } = stubClient([ok]);
  const correlate = {
    onRequest: ({ request }: { request: Request }) => {
      request.headers.set("X-Correlation-Id", "42");
    },
  };
  await vpcep.GET(path, { params, middleware: [correlate] });
  expect(requests[0]?.init.headers).toMatchObject({ "x-correlation-id": "42" });
});
