// What can go wrong between a client and a server, over real connections on loopback: one row each.
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createTcpServer, type Socket } from "node:net";
import { inspect } from "node:util";
import { gzipSync } from "node:zlib";

import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { generate } from "selfsigned";

import { type ClientOptions, createClient, type VpcepErrors } from "../src/index.js";
import { closedPort, onLoopback } from "./loopback.js";
import { rejection } from "./stub-client.js";

interface Fault {
  /** Answers over HTTP, or raw over TCP; neither: nobody listens. */
  readonly http?: RequestListener;
  readonly tcp?: (socket: Socket) => void;
  /** Serves HTTPS with this host in its certificate, which nobody has signed. */
  readonly tls?: string;
  readonly error: keyof VpcepErrors;
  readonly attempts: number;
  /** Upper bound of the call, generous: the machine may be busy. */
  readonly withinMs: number;
  readonly options?: Partial<ClientOptions>;
  /** More that must hold of the error. */
  readonly details?: object;
}

const body = JSON.stringify({ id: "service", status: "available", padding: "x".repeat(2000) });
const short = { attemptTimeoutMs: 250 };
const raw =
  (answer: string | Buffer, after?: (socket: Socket) => void) =>
  (socket: Socket): void => {
    socket.once("data", () => {
      socket.write(answer, () => after?.(socket));
    });
  };

const faults = {
  "connection refused": { error: "ConnectionError", attempts: 3, withinMs: 5000 },
  "reset before any answer": {
    tcp: (socket) => socket.once("data", () => socket.resetAndDestroy()),
    error: "ConnectionError",
    attempts: 3,
    withinMs: 5000,
  },
  "reset in the middle of the body": {
    tcp: raw(
      `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 99)}`,
      (socket) => setTimeout(() => socket.resetAndDestroy(), 20),
    ),
    error: "ConnectionError",
    attempts: 3,
    withinMs: 5000,
  },
  "never answers": {
    http: () => undefined,
    error: "TimeoutError",
    attempts: 3,
    withinMs: 8000,
    options: short,
  },
  "headers, then silence": {
    http: (_, response) => {
      response.writeHead(200, { "Content-Type": "application/json" }).flushHeaders();
    },
    error: "TimeoutError",
    attempts: 3,
    withinMs: 8000,
    options: short,
  },
  "an error's headers, then silence": {
    http: (_, response) => {
      response.writeHead(500).flushHeaders();
    },
    error: "TimeoutError",
    attempts: 3,
    withinMs: 8000,
    options: short,
  },
  "one byte a second": {
    http: (_, response) => {
      let sent = 0;
      const timer = setInterval(() => response.write(body[sent++]), 1000);
      response.writeHead(200).on("close", () => {
        clearInterval(timer);
      });
      response.write("{");
    },
    error: "TimeoutError",
    attempts: 1,
    withinMs: 8000,
    options: { timeoutMs: 1500 },
  },
  "truncated JSON": {
    http: (_, response) => response.end(body.slice(0, 99)),
    error: "InvalidResponseError",
    attempts: 1,
    withinMs: 5000,
    details: { status: 200, body: body.slice(0, 99) },
  },
  "HTML with a 200": {
    http: (_, response) => response.setHeader("Content-Type", "text/html").end("<h1>Welcome</h1>"),
    error: "InvalidResponseError",
    attempts: 1,
    withinMs: 5000,
    details: { body: "<h1>Welcome</h1>" },
  },
  "HTML with a 502": {
    http: (_, response) =>
      response.writeHead(502, { "Content-Type": "text/html" }).end("<h1>Bad gateway</h1>"),
    error: "ServerError",
    attempts: 3,
    withinMs: 5000,
    details: { status: 502, body: "<h1>Bad gateway</h1>", errorCode: undefined },
  },
  "an empty 500": {
    http: (_, response) => response.writeHead(500).end(),
    error: "ServerError",
    attempts: 3,
    withinMs: 5000,
    details: { status: 500, body: undefined },
  },
  "an empty 200": {
    http: (_, response) => response.writeHead(200).end(),
    error: "InvalidResponseError",
    attempts: 1,
    withinMs: 5000,
  },
  "a 204": {
    http: (_, response) => response.writeHead(204).end(),
    error: "InvalidResponseError",
    attempts: 1,
    withinMs: 5000,
    details: { status: 204 },
  },
  "broken gzip": {
    http: (_, response) =>
      response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync(body).fill(0xff, 10)),
    error: "ConnectionError",
    attempts: 3,
    withinMs: 5000,
  },
  "gzip that is none": {
    http: (_, response) => response.writeHead(200, { "Content-Encoding": "gzip" }).end(body),
    error: "ConnectionError",
    attempts: 3,
    withinMs: 5000,
  },
  "a redirect to another origin": {
    http: (request, response) =>
      request.url === "/elsewhere"
        ? response.end(body)
        : response.writeHead(307, { Location: `http://localhost:1/elsewhere` }).end(),
    error: "ApiError",
    attempts: 1,
    withinMs: 5000,
    details: { status: 307 },
  },
  "a redirect to the same origin": {
    http: (request, response) =>
      request.url === "/elsewhere"
        ? response.end(body)
        : response.writeHead(302, { Location: "/elsewhere" }).end(),
    error: "ApiError",
    attempts: 1,
    withinMs: 5000,
    details: { status: 302 },
  },
  "100 MB of body": {
    http: (_, response) => {
      const chunk = Buffer.alloc(1 << 20, "[");
      let left = 100;
      const more = (): void => {
        while (left-- > 0) if (!response.write(chunk)) return void response.once("drain", more);
        response.end();
      };
      more();
    },
    error: "InvalidResponseError",
    attempts: 1,
    withinMs: 8000,
    details: { message: expect.stringContaining("of at most 1048576 bytes") },
  },
  "100 MB of body after a 404": {
    http: (_, response) => {
      response.writeHead(404);
      const chunk = Buffer.alloc(1 << 20, "x");
      let left = 100;
      const more = (): void => {
        while (left-- > 0) if (!response.write(chunk)) return void response.once("drain", more);
        response.end();
      };
      more();
    },
    error: "NotFoundError",
    attempts: 1,
    withinMs: 8000,
  },
  "a body that zips to a thousandth": {
    http: (_, response) =>
      response
        .writeHead(200, { "Content-Encoding": "gzip" })
        .end(gzipSync(Buffer.alloc(20 << 20, "["))),
    error: "InvalidResponseError",
    attempts: 1,
    withinMs: 8000,
  },
  "a content length that is too long": {
    tcp: raw(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length + 9}\r\n\r\n${body}`, (socket) =>
      socket.end(),
    ),
    error: "ConnectionError",
    attempts: 3,
    withinMs: 5000,
  },
  "a content length that is too short": {
    tcp: raw(
      `HTTP/1.1 200 OK\r\nContent-Length: 99\r\nConnection: close\r\n\r\n${body}`,
      (socket) => socket.end(),
    ),
    error: "InvalidResponseError",
    attempts: 1,
    withinMs: 5000,
  },
  "no HTTP at all": {
    tcp: raw("SSH-2.0-OpenSSH_9.9\r\n"),
    error: "ConnectionError",
    attempts: 3,
    withinMs: 5000,
  },
  "a certificate that nobody signed": {
    tls: "127.0.0.1",
    error: "ConnectionError",
    attempts: 3,
    withinMs: 5000,
    details: { cause: expect.objectContaining({ cause: expect.anything() }) },
  },
  "a certificate of another host": {
    tls: "elsewhere.example",
    error: "ConnectionError",
    attempts: 3,
    withinMs: 5000,
  },
} as const satisfies Record<string, Fault>;

const unhandled: unknown[] = [];
const note = (reason: unknown): number => unhandled.push(reason);
beforeEach(() => void process.on("unhandledRejection", note));
afterEach(() => void process.off("unhandledRejection", note));

async function serve(fault: Fault, use: (baseUrl: string) => Promise<void>): Promise<void> {
  if (fault.tcp)
    return onLoopback(createTcpServer(fault.tcp), (port) => use(`http://127.0.0.1:${port}`));
  if (fault.http)
    return onLoopback(createHttpServer(fault.http), (port) => use(`http://127.0.0.1:${port}`));
  if (fault.tls) {
    const pems = await generate([{ name: "commonName", value: fault.tls }], { keySize: 2048 });
    const server = createTlsServer({ key: pems.private, cert: pems.cert }, (_, response) =>
      response.end(body),
    );
    return onLoopback(server, (port) => use(`https://127.0.0.1:${port}`));
  }
  return use(`http://127.0.0.1:${await closedPort()}`);
}

test.each(Object.entries<Fault>(faults))("%s", async (_, fault) => {
  await serve(fault, async (baseUrl) => {
    const vpcep = createClient({
      baseUrl,
      projectId: "project",
      token: "the-token",
      random: () => 0.01,
      ...fault.options,
    } as ClientOptions);
    const started = performance.now();
    const error = await rejection(vpcep.getVpcEndpointService("service"));
    expect(performance.now() - started).toBeLessThan(fault.withinMs);
    expect(error).toMatchObject({ name: fault.error, attempts: fault.attempts, ...fault.details });
    expect((error as Error).message).toContain(`(GET ${baseUrl}/v1/project/`);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("the-token");
    await new Promise(setImmediate);
    expect(unhandled).toEqual([]);
  });
});

test("a body far over the bound is not read to its end", async () => {
  let written = 0;
  const server = createHttpServer((_, response) => {
    const chunk = Buffer.alloc(1 << 16, "[");
    const more = (): void => {
      while (!response.destroyed && written < 100 << 20) {
        written += chunk.length;
        if (!response.write(chunk)) return void response.once("drain", more);
      }
    };
    more();
  });
  await onLoopback(server, async (port) => {
    const vpcep = createClient({ baseUrl: `http://127.0.0.1:${port}`, projectId: "p", token: "t" });
    expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
      name: "InvalidResponseError",
    });
  });
  expect(written).toBeLessThan(50 << 20);
});

test("JSON that is labelled as something else, or cut into single bytes, is still read", async () => {
  const text = JSON.stringify({ id: "s", status: "available", service_name: "ä😀" });
  const server = createHttpServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/plain" });
    const bytes = [...Buffer.from(text)];
    const next = (): void => {
      const byte = bytes.shift();
      if (byte === undefined) response.end();
      else response.write(Buffer.of(byte), () => setImmediate(next));
    };
    next();
  });
  await onLoopback(server, async (port) => {
    const vpcep = createClient({ baseUrl: `http://127.0.0.1:${port}`, projectId: "p", token: "t" });
    expect(await vpcep.getVpcEndpointService("s")).toEqual(JSON.parse(text));
  });
});
