// Puts answers on the wire, and answers what is no request of the operation: bytes that are no HTTP, and browsers
// that ask for permission.
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

import type { ContractAnswer } from "./compose-answer.js";
import type { Step } from "./script.js";

/** Puts an answer on the wire, or as much of it as the fault lets through. A HEAD gets no body. */
export function sendAnswer(
  response: ServerResponse,
  answer: ContractAnswer,
  wire: Step["wire"],
): void {
  if (wire === "reset") {
    const { socket } = response;
    // TLS sockets cannot be reset, only destroyed.
    if (socket !== null && !("encrypted" in socket)) socket.resetAndDestroy();
    else socket?.destroy();
    return;
  }
  const json = answer.headers["content-type"]?.includes("json") === true;
  const bytes = Buffer.from(json ? JSON.stringify(answer.body) : String(answer.body));
  response.writeHead(answer.status, { ...answer.headers, "content-length": bytes.length });
  if (response.req.method === "HEAD") response.end();
  else if (wire === "stall") response.flushHeaders();
  else if (wire === "truncate")
    // The promised length stays, so that the receiver can tell.
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy());
  else response.end(bytes);
}

/**
 * Lets pages of any origin send requests and read the answers: the mock has no secrets. The origin and the headers are
 * named, because browsers accept no `*` for requests with `credentials: "include"`.
 */
export function allowOrigin({ headers }: IncomingMessage, response: ServerResponse): void {
  const allowed = {
    "access-control-allow-origin": headers.origin,
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": "X-Request-Id, Retry-After",
    "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
    "access-control-allow-headers": headers["access-control-request-headers"],
    // Chromium asks before a page of the internet may call this machine.
    "access-control-allow-private-network": "true",
    "access-control-max-age": "600",
    vary: "Origin, Access-Control-Request-Headers",
  };
  for (const [name, value] of Object.entries(allowed))
    if (value !== undefined) response.setHeader(name, value);
}

/** Whether a browser only asks for permission; such a request is no call of the operation. */
export const isPreflight = (request: IncomingMessage): boolean =>
  request.method === "OPTIONS" && request.headers["access-control-request-method"] !== undefined;

/** Statuses for what Node's HTTP parser cannot accept; anything else is a 400. */
const parserStatuses: Readonly<Record<string, readonly [status: number, reason: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout"],
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large"],
};

/** Answers bytes that are no HTTP request in the form that the contract has for failures. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason] = parserStatuses[error.code ?? ""] ?? [400, "Bad Request"];
  const body = JSON.stringify({
    error_code: "EndPoint.0002",
    error_msg: `This is not an HTTP request that can be answered: ${reason}.`,
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
