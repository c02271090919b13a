// A server on loopback between `redocly respect` and the real one. respect follows the workflows; the recorder adds
// the credentials, so that respect never sees them, and keeps each answer as it came.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import type { Exchange, Request, Send } from "./send-request.js";

/** Adds what lets a request in to its headers. */
export type Authorize = (request: {
  method: string;
  url: string;
}) => Promise<Readonly<Record<string, string>>>;

/** One request as it went to the server, and what came of it. */
export interface Recorded extends Exchange {
  request: Request;
  /** Path and query, without the server. */
  path: string;
  /** Whether the request carried the credentials. */
  authorized: boolean;
}

export interface Recorder {
  url: string;
  /** What a workflow sends as its token; the recorder puts the credentials in its place. */
  placeholder: string;
  /** Everything so far, in the order of the requests. */
  recorded: readonly Recorded[];
  /** What made it impossible to go on; undefined when nothing did. */
  stopped(): unknown;
  close(): Promise<void>;
}

/** Headers of the connection between respect and the recorder, and what its HTTP client adds unasked. */
const ownHeaders = new Set([
  "host",
  "connection",
  "content-length",
  "transfer-encoding",
  "keep-alive",
  "accept-encoding",
  "accept-language",
  "sec-fetch-mode",
  "user-agent",
  "x-har-request-id",
]);
/** Headers of an answer that belong to its transfer; a redirect must not be followed. */
const transferHeaders = new Set([
  "connection",
  "content-length",
  "content-encoding",
  "transfer-encoding",
  "keep-alive",
  "location",
]);

/** @param baseUrl Address of the real server, without a slash at the end. */
export async function startRecorder(
  baseUrl: string,
  send: Send,
  authorize: Authorize,
): Promise<Recorder> {
  const placeholder = "the-token-of-this-run";
  const recorded: Recorded[] = [];
  let stopped: unknown;

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    incoming.resume();
    const { method = "GET", url: path = "/" } = incoming;
    const url = baseUrl + path;
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(incoming.headers))
      if (!ownHeaders.has(name)) headers[name] = String(value);
    const authorized = headers["x-auth-token"] === placeholder;
    if (authorized) {
      delete headers["x-auth-token"];
      Object.assign(headers, await authorize({ method, url }));
    }
    const request = { method, url, headers };
    const exchange = await send(request);
    recorded.push({ ...exchange, request, path, authorized });
    const { status, headers: answered = {}, body } = exchange.answer;
    if (status === undefined || exchange.failure !== undefined) {
      // respect logs no request that failed in the network, so it gets an answer; nobody judges it.
      response.writeHead(504).end();
      return;
    }
    for (const [name, value] of Object.entries(answered))
      if (!transferHeaders.has(name)) response.setHeader(name, value);
    response.writeHead(status).end(body);
  }

  const server = createServer({ maxHeaderSize: 131_072 }, (incoming, response) => {
    handle(incoming, response).catch((cause: unknown) => {
      stopped ??= cause;
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    placeholder,
    recorded,
    stopped: () => stopped,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
