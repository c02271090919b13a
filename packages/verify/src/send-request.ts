// Sends requests with `node:http`, because `fetch` rejects a 407 response as a network error, decodes bodies, and fails
// if the server sends a 100 response early.
import { readFileSync } from "node:fs";
import { type IncomingMessage, request as sendPlain, type RequestOptions } from "node:http";
import { request as sendEncrypted } from "node:https";
import { rootCertificates } from "node:tls";

import { HttpsProxyAgent } from "https-proxy-agent";

import { CodingError, decodeBody, largestBody } from "./decode-body.js";
import type { ObservedResponse } from "./finding.js";
import { loopback } from "./read-options.js";

export interface Request {
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
}

/** The result of a request. If the response is incomplete or missing, `failure` contains the reason. */
export interface Exchange {
  response: ObservedResponse;
  /** The reason why the response is incomplete or missing; undefined if the response is complete. */
  failure?: string;
  /** Whether the failure may be temporary, in which case the request can be repeated. */
  passing?: boolean;
}

/** Sends a request. Does not follow redirects, because other servers must not receive the token. */
export type Send = (request: Request) => Promise<Exchange>;

/** Error for a server that cannot be reached. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Error codes for servers that cannot be reached or are not trusted. */
const unreachable =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ERR_TLS|ERR_SSL|EPROTO)/;
const untrusted = /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/;

/**
 * Environment variables in which Node, OpenSSL, curl, and Python expect the path of a file with trusted certificates.
 */
const certificateVariables = [
  "NODE_EXTRA_CA_CERTS",
  "SSL_CERT_FILE",
  "CURL_CA_BUNDLE",
  "REQUESTS_CA_BUNDLE",
] as const;

/**
 * Creates a function that sends requests. Environment variables specify the proxy and additional trusted certificates.
 *
 * @param timeoutMs Time limit for a response, including the body.
 * @throws UnreachableError if a certificate file cannot be read. The returned function also throws an UnreachableError
 * if the server cannot be reached.
 */
export function createSend(env: Environment, baseUrl: string, timeoutMs: number): Send {
  const { protocol, hostname } = new URL(baseUrl);
  const ca = certificatesIn(env);
  const proxy = protocol === "https:" ? proxyFor(hostname, env) : undefined;
  const options = {
    ...(ca !== undefined && { ca }),
    agent: proxy === undefined ? (false as const) : new HttpsProxyAgent(proxy.url),
  };
  const send = protocol === "https:" ? sendEncrypted : sendPlain;

  return ({ method, url, headers }) =>
    new Promise((resolve, reject) => {
      const response: ObservedResponse = {};
      const settings: RequestOptions = {
        method,
        headers: { accept: "application/json", "accept-encoding": "gzip, deflate, br", ...headers },
        ...options,
      };
      const outgoing = send(url, settings);
      const end = (failure?: string, passing = false): void => {
        clearTimeout(timer);
        outgoing.destroy();
        resolve({ response, ...(failure !== undefined && { failure, passing }) });
      };
      const timer = setTimeout(() => {
        end(`no complete response within ${timeoutMs / 1000} s`);
      }, timeoutMs);
      // Without this handler, the agent would return a proxy's refusal as if it were the server's response.
      outgoing.on("proxyConnect", ({ statusCode }: { statusCode: number }) => {
        if (statusCode === 200) return;
        clearTimeout(timer);
        outgoing.destroy();
        reject(
          new UnreachableError(
            `The proxy specified in ${proxy?.variable ?? "the environment"} responded with ${statusCode}.`,
          ),
        );
      });
      outgoing.on("response", (incoming) => {
        receive(incoming, response, end);
      });
      outgoing.on("error", (error: NodeJS.ErrnoException) => {
        const { code = "", message } = error;
        if (response.status !== undefined || !unreachable.test(code)) {
          end(`the connection ended early (${code || message})`, true);
          return;
        }
        clearTimeout(timer);
        const place =
          proxy !== undefined && /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(code)
            ? `Cannot reach the proxy specified in ${proxy.variable}`
            : `Cannot reach ${new URL(url).origin}`;
        const hint = untrusted.test(code)
          ? " The server's certificate is not trusted. Set NODE_EXTRA_CA_CERTS to a file that contains the CA certificate."
          : "";
        reject(new UnreachableError(`${place} (${code}).${hint}`));
      });
      outgoing.end();
    });
}

function receive(
  incoming: IncomingMessage,
  response: ObservedResponse,
  end: (failure?: string, passing?: boolean) => void,
): void {
  response.status = incoming.statusCode ?? 0;
  response.headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  const parts: Buffer[] = [];
  let size = 0;
  incoming.on("data", (part: Buffer) => {
    size += part.length;
    parts.push(part);
    if (size > largestBody) end("the body is larger than 10 MB");
  });
  incoming.on("end", () => {
    try {
      response.body = decodeBody(Buffer.concat(parts), incoming.headers["content-encoding"]);
      end();
    } catch (cause) {
      if (!(cause instanceof CodingError)) throw cause;
      end(`the body cannot be decoded: ${cause.message}`);
    }
  });
  incoming.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    end(`the connection ended early (${code ?? message})`, true);
  });
}

/** Returns Node's root certificates and the certificates in the files specified in environment variables. */
function certificatesIn(env: Environment): string[] | undefined {
  const extra = certificateVariables.flatMap((name) => {
    const file = env[name];
    if (file === undefined || file === "") return [];
    try {
      return [readFileSync(file, "utf8")];
    } catch (cause) {
      throw new UnreachableError(`Cannot read the file specified in ${name}.`, { cause });
    }
  });
  return extra.length === 0 ? undefined : [...rootCertificates, ...extra];
}

export interface Proxy {
  url: string;
  /** The name of the environment variable that contains the proxy URL. */
  variable: string;
}

/**
 * Returns the proxy for a host. As in curl, lowercase variables take precedence, and `NO_PROXY` lists hosts and
 * domains.
 */
export function proxyFor(hostname: string, env: Environment): Proxy | undefined {
  const variable = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"].find(
    (name) => (env[name] ?? "") !== "",
  );
  if (variable === undefined || loopback.test(hostname)) return undefined;
  const excepted = (env["no_proxy"] ?? env["NO_PROXY"] ?? "")
    .split(/[\s,]+/)
    .map((rule) =>
      rule
        .replace(/^\*?\./, "")
        .replace(/:\d+$/, "")
        .toLowerCase(),
    )
    .some(
      (rule) => rule !== "" && (rule === "*" || hostname === rule || hostname.endsWith(`.${rule}`)),
    );
  if (excepted) return undefined;
  const proxy = env[variable] ?? "";
  const url = proxy.includes("://") ? proxy : `http://${proxy}`;
  if (!URL.canParse(url))
    throw new UnreachableError(`${variable} must be a URL such as http://proxy.example:3128.`);
  return { url, variable };
}
