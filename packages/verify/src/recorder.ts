// A local proxy between `redocly respect` and the real server. The proxy adds the credentials to each request, so that
// `respect` never receives the credentials. Each response is recorded unchanged.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import type { Exchange, Request, Send } from "./send-request.js";

/** Returns the headers that authenticate a request. */
export type Authorize = (request: {
  method: string;
  url: string;
}) => Promise<Readonly<Record<string, string>>>;

/** A request that was sent to the server, and its result. */
export interface Recorded extends Exchange {
  request: Request;
  /** Path and query. */
  path: string;
  /** Whether the request contained the credentials. */
  authorized: boolean;
}

export interface Recorder {
  url: string;
  /** The token that workflows send. The recorder replaces this token with the real credentials. */
  placeholder: string;
  /** The requests recorded so far, in order. */
  recorded: readonly Recorded[];
  /** The error that stopped the run, if any. */
  stopped(): unknown;
  close(): Promise<void>;
}

/** Request headers that are not forwarded to the server. These headers apply only to the connection between `respect` and the recorder, or are added by `respect`'s HTTP client. */
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
/** Response headers that are not forwarded to `respect`. Without a `Location` header, `respect` cannot follow redirects. */
const transferHeaders = new Set([
  "connection",
  "content-length",
  "content-encoding",
  "transfer-encoding",
  "keep-alive",
  "location",
]);

/** @param baseUrl URL of the real server, without a trailing slash. */
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
    const { status, headers: received = {}, body } = exchange.response;
    if (status === undefined || exchange.failure !== undefined) {
      // `respect` does not log requests that fail with network errors, so the recorder sends a placeholder
      // response, which is not checked.
      response.writeHead(504).end();
      return;
    }
    for (const [name, value] of Object.entries(received))
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
