// Not by fetch: it turns a 407 into a failure of the network, decodes bodies and hides what the server has done.
import { request as sendPlain, type IncomingMessage } from "node:http";
import { request as sendEncrypted } from "node:https";

import type { Answer } from "./answer.js";

export interface Request {
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
}

/** Nothing answers at the address; no verdict is possible. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}

const unreachable = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);
const largestBody = 10 * 1024 * 1024;

/**
 * Sends one request and takes whatever comes back. Redirects are not followed: the token is not theirs.
 *
 * @param timeoutMs How long the whole answer may take, its body included.
 * @throws UnreachableError when there is no server.
 */
export function sendRequest(request: Request, timeoutMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const answer: Answer = {};
    const parts: Buffer[] = [];
    const end = (failure?: string): void => {
      clearTimeout(timer);
      outgoing.destroy();
      resolve(
        failure === undefined ? { ...answer, body: Buffer.concat(parts) } : { ...answer, failure },
      );
    };
    const receive = (response: IncomingMessage): void => {
      answer.status = response.statusCode ?? 0;
      answer.headers = readHeaders(response);
      let size = 0;
      response.on("data", (part: Buffer) => {
        size += part.length;
        parts.push(part);
        if (size > largestBody) end("the body is longer than 10 MB");
      });
      response.on("end", () => {
        end();
      });
      response.on("error", (error) => {
        end(describe(error));
      });
    };
    const send = request.url.startsWith("https:") ? sendEncrypted : sendPlain;
    const outgoing = send(request.url, {
      method: request.method,
      headers: { accept: "application/json", ...request.headers },
      agent: false,
    });
    const timer = setTimeout(() => {
      end(`nothing complete within ${timeoutMs / 1000} s`);
    }, timeoutMs);
    outgoing.on("response", receive);
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      if (answer.status === undefined && unreachable.has(error.code ?? "")) {
        clearTimeout(timer);
        const { origin } = new URL(request.url);
        reject(new UnreachableError(`No server answers at ${origin} (${error.code ?? ""}).`));
      } else end(describe(error));
    });
    outgoing.end();
  });
}

function readHeaders(response: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
  );
}

const describe = (error: NodeJS.ErrnoException): string =>
  `the connection ended early (${error.code ?? error.message})`;
