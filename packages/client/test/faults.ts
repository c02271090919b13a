// Connection and server faults for faults.test.ts.
import type { RequestListener } from "node:http";
import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";

import { expect } from "@jest/globals";

import type { ClientOptions, VpcepErrors } from "../src/index.js";

export interface Fault {
  /** Handles HTTP requests. If `http`, `tcp`, and `tls` are all absent, nothing listens on the port. */
  readonly http?: RequestListener;
  readonly tcp?: (socket: Socket) => void;
  /** Serves HTTPS with a self-signed certificate for this host. */
  readonly tls?: string;
  readonly error: keyof VpcepErrors;
  readonly attempts: number;
  /** A time limit that is long enough for slow machines. */
  readonly withinMs: number;
  readonly options?: Partial<ClientOptions>;
  /** Other expected error properties. */
  readonly details?: object;
}

export const body = JSON.stringify({
  id: "service",
  status: "available",
  padding: "x".repeat(2000),
});
const short = { attemptTimeoutMs: 250 };
const raw =
  (answer: string | Buffer, after?: (socket: Socket) => void) =>
  (socket: Socket): void => {
    socket.once("data", () => {
      socket.write(answer, () => after?.(socket));
    });
  };

/** Responds with 100 MB. */
const flood =
  (status: number): RequestListener =>
  (_, response) => {
    response.writeHead(status);
    const chunk = Buffer.alloc(1 << 20, "[");
    let left = 100;
    const more = (): void => {
      while (left-- > 0) if (!response.write(chunk)) return void response.once("drain", more);
      response.end();
    };
    more();
  };

export const faults = {
  "connection refused": {
    error: "ConnectionError",
    attempts: 3,
    withinMs: 5000,
    details: { code: "ECONNREFUSED", message: expect.stringContaining("ECONNREFUSED") },
  },
  "reset before the response": {
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
  "no response": {
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
  "one byte per second": {
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
    attempts: 1,
    withinMs: 5000,
  },
  "invalid gzip": {
    http: (_, response) => response.writeHead(200, { "Content-Encoding": "gzip" }).end(body),
    error: "ConnectionError",
    attempts: 1,
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
  "a body of 100 MB": {
    http: flood(200),
    error: "InvalidResponseError",
    attempts: 1,
    withinMs: 8000,
    details: { message: expect.stringContaining("longer than 1048576 bytes (maxBodyBytes)") },
  },
  "a 404 with a body of 100 MB": {
    http: flood(404),
    error: "NotFoundError",
    attempts: 1,
    withinMs: 8000,
  },
  "a gzip bomb": {
    http: (_, response) =>
      response
        .writeHead(200, { "Content-Encoding": "gzip" })
        .end(gzipSync(Buffer.alloc(20 << 20, "["))),
    error: "InvalidResponseError",
    attempts: 1,
    withinMs: 8000,
  },
  "a Content-Length that is too large": {
    tcp: raw(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length + 9}\r\n\r\n${body}`, (socket) =>
      socket.end(),
    ),
    error: "ConnectionError",
    attempts: 3,
    withinMs: 5000,
  },
  "a Content-Length that is too small": {
    tcp: raw(
      `HTTP/1.1 200 OK\r\nContent-Length: 99\r\nConnection: close\r\n\r\n${body}`,
      (socket) => socket.end(),
    ),
    error: "InvalidResponseError",
    attempts: 1,
    withinMs: 5000,
  },
  "a response that is not HTTP": {
    tcp: raw("SSH-2.0-OpenSSH_9.9\r\n"),
    error: "ConnectionError",
    attempts: 1,
    withinMs: 5000,
  },
  "a self-signed certificate": {
    tls: "127.0.0.1",
    error: "ConnectionError",
    attempts: 1,
    withinMs: 5000,
    details: { code: "DEPTH_ZERO_SELF_SIGNED_CERT", retryable: false },
  },
  "a certificate for another host": {
    tls: "elsewhere.example",
    error: "ConnectionError",
    attempts: 1,
    withinMs: 5000,
  },
} as const satisfies Record<string, Fault>;
