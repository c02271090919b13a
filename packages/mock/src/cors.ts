import type { IncomingMessage, ServerResponse } from "node:http";

/** Lets pages of any origin read the answers: the mock has no secrets, and documentation may be served from anywhere. */
export function allowOrigins(response: ServerResponse): void {
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-expose-headers", "X-Request-Id, Retry-After");
  response.setHeader("access-control-allow-methods", "GET");
  // Authorization is never covered by the star.
  response.setHeader(
    "access-control-allow-headers",
    "Authorization, X-Auth-Token, X-Sdk-Date, X-Project-Id, X-Security-Token, Prefer, X-Mock-Fault, *",
  );
  response.setHeader("access-control-max-age", "600");
}

/** Whether a browser only asks for permission; such a request is no call of the operation. */
export function isPreflight(request: IncomingMessage): boolean {
  return (
    request.method === "OPTIONS" && request.headers["access-control-request-method"] !== undefined
  );
}
