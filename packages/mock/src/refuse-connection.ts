import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";

/** Statuses for what Node's HTTP parser cannot accept; anything else is a 400. */
const statuses: Readonly<Record<string, readonly [status: number, reason: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout"],
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large"],
};

/** Answers bytes that are no HTTP request in the form that the contract has for failures. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason] = statuses[error.code ?? ""] ?? [400, "Bad Request"];
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
