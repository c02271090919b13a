// Sends responses, applies faults, handles CORS, and responds to invalid HTTP requests.
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

import type { ContractResponse } from "./compose-response.js";
import type { Step } from "./script.js";

/** Sends a response and applies the fault, if any. Omits the body in responses to HEAD requests. */
export function sendResponse(
  outgoing: ServerResponse,
  response: ContractResponse,
  wire: Step["wire"],
): void {
  if (wire === "reset") {
    const { socket } = outgoing;
    // TLS sockets cannot be reset, only destroyed.
    if (socket !== null && !("encrypted" in socket)) socket.resetAndDestroy();
    else socket?.destroy();
    return;
  }
  const json = response.headers["content-type"]?.includes("json") === true;
  const bytes = Buffer.from(json ? JSON.stringify(response.body) : String(response.body));
  outgoing.writeHead(response.status, { ...response.headers, "content-length": bytes.length });
  if (outgoing.req.method === "HEAD") outgoing.end();
  else if (wire === "stall") outgoing.flushHeaders();
  else if (wire === "truncate")
    // The Content-Length header contains the full size, so that the client detects the truncation.
    outgoing.write(bytes.subarray(0, bytes.length >> 1), () => outgoing.socket?.destroy());
  else outgoing.end(bytes);
}

/**
 * Allows pages from any origin to use the mock, which has no secrets. Echoes the origin and the requested headers, because browsers reject `*` for requests with credentials.
 */
export function allowOrigin({ headers }: IncomingMessage, outgoing: ServerResponse): void {
  const allowed = {
    "access-control-allow-origin": headers.origin,
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": "X-Request-Id, Retry-After",
    "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
    "access-control-allow-headers": headers["access-control-request-headers"],
    // Chromium requires this header for pages served from another machine.
    "access-control-allow-private-network": "true",
    "access-control-max-age": "600",
    vary: "Origin, Access-Control-Request-Headers",
  };
  for (const [name, value] of Object.entries(allowed))
    if (value !== undefined) outgoing.setHeader(name, value);
}

/** Whether a request is a CORS preflight. */
export const isPreflight = (request: IncomingMessage): boolean =>
  request.method === "OPTIONS" && request.headers["access-control-request-method"] !== undefined;

/** Response statuses for errors in Node's HTTP parser. Default: 400. */
const parserStatuses: Readonly<Record<string, readonly [status: number, reason: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout"],
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large"],
};

/** Responds to an invalid HTTP request with an error body that conforms to the contract. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason] = parserStatuses[error.code ?? ""] ?? [400, "Bad Request"];
  const body = JSON.stringify({
    error_code: "EndPoint.0002",
    error_msg: `The HTTP request is invalid: ${reason}.`,
  });
  socket.end(
    [
      `HTTP/1.1 ${status} ${reason}`,
      "connection: close",
      "content-type: application/json",
      `content-length: ${Buffer.byteLength(body)}`,
      `x-request-id: ${randomBytes(16).toString("hex")}`,
      "",
      body,
    ].join("\r\n"),
  );
}
