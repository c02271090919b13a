// Not by fetch: it turns a 407 into a failure of the network, decodes bodies, follows redirects, and undici refuses an
// early 100.
import { readFileSync } from "node:fs";
import { type IncomingMessage, request as sendPlain, type RequestOptions } from "node:http";
import { request as sendEncrypted } from "node:https";
import { rootCertificates } from "node:tls";

import { HttpsProxyAgent } from "https-proxy-agent";

import { CodingError, decodeBody, largestBody } from "./decode-body.js";
import type { Answer } from "./finding.js";

export interface Request {
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
}

/** What came of a request: an answer, whole or in part, and why it is not whole. */
export interface Exchange {
  answer: Answer;
  /** Why there is no answer, or no usable body; undefined when the answer is complete. */
  failure?: string;
  /** Whether another try makes sense: the failure came fast and may pass. */
  passing?: boolean;
}

/** Sends one request. Redirects are not followed: the token is not theirs. */
export type Send = (request: Request) => Promise<Exchange>;

/** Nothing answers at the address; no verdict is possible. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Codes of failures that say that there is no server to talk to, or no trust in it. */
const unreachable =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ERR_TLS|ERR_SSL|EPROTO)/;
const untrusted = /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/;

/** Variables that name a file with certificates to trust, in PEM: Node's, OpenSSL's, curl's and Python's. */
const certificateVariables = [
  "NODE_EXTRA_CA_CERTS",
  "SSL_CERT_FILE",
  "CURL_CA_BUNDLE",
  "REQUESTS_CA_BUNDLE",
] as const;

/**
 * Prepares sending with what the environment says about proxies (`HTTPS_PROXY`, `NO_PROXY`) and certificates. This
 * machine is never reached by a proxy.
 *
 * @param timeoutMs How long a whole answer may take, its body included.
 * @throws UnreachableError when a named file of certificates cannot be read; the sender throws it when nothing answers.
 */
export function createSend(env: Environment, baseUrl: string, timeoutMs: number): Send {
  const { protocol, hostname } = new URL(baseUrl);
  const ca = certificatesIn(env);
  const proxy = protocol === "https:" ? proxyFor(hostname, env) : undefined;
  const options = {
    ...(ca !== undefined && { ca }),
    agent: proxy === undefined ? (false as const) : new HttpsProxyAgent(proxy),
  };
  const send = protocol === "https:" ? sendEncrypted : sendPlain;

  return ({ method, url, headers }) =>
    new Promise((resolve, reject) => {
      const answer: Answer = {};
      const settings: RequestOptions = {
        method,
        headers: { accept: "application/json", "accept-encoding": "gzip, deflate, br", ...headers },
        ...options,
      };
      const outgoing = send(url, settings);
      const end = (failure?: string, passing = false): void => {
        clearTimeout(timer);
        outgoing.destroy();
        resolve({ answer, ...(failure !== undefined && { failure, passing }) });
      };
      const timer = setTimeout(() => {
        end(`nothing complete within ${timeoutMs / 1000} s`);
      }, timeoutMs);
      // The agent would pass the refusal of a proxy on as if the server had answered.
      outgoing.on("proxyConnect", ({ statusCode }: { statusCode: number }) => {
        if (statusCode === 200) return;
        clearTimeout(timer);
        outgoing.destroy();
        reject(new UnreachableError(`The proxy in HTTPS_PROXY answers ${statusCode}.`));
      });
      outgoing.on("response", (response) => {
        receive(response, answer, end);
      });
      outgoing.on("error", (error: NodeJS.ErrnoException) => {
        const { code = "", message } = error;
        if (answer.status !== undefined || !unreachable.test(code)) {
          end(`the connection ended early (${code || message})`, true);
          return;
        }
        clearTimeout(timer);
        const place =
          proxy !== undefined && /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(code)
            ? "The proxy in HTTPS_PROXY cannot be reached"
            : `No server answers at ${new URL(url).origin}`;
        const hint = untrusted.test(code)
          ? " Its certificate is not trusted; name the file of its authority in NODE_EXTRA_CA_CERTS."
          : "";
        reject(new UnreachableError(`${place} (${code}).${hint}`));
      });
      outgoing.end();
    });
}

function receive(
  response: IncomingMessage,
  answer: Answer,
  end: (failure?: string, passing?: boolean) => void,
): void {
  answer.status = response.statusCode ?? 0;
  answer.headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
  );
  const parts: Buffer[] = [];
  let size = 0;
  response.on("data", (part: Buffer) => {
    size += part.length;
    parts.push(part);
    if (size > largestBody) end("the body is longer than 10 MB");
  });
  response.on("end", () => {
    try {
      answer.body = decodeBody(Buffer.concat(parts), response.headers["content-encoding"]);
      end();
    } catch (cause) {
      if (!(cause instanceof CodingError)) throw cause;
      end(`the body cannot be decoded: ${cause.message}`);
    }
  });
  response.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    end(`the connection ended early (${code ?? message})`, true);
  });
}

/** The certificates to trust: Node's own and those of the files that the environment names. */
function certificatesIn(env: Environment): string[] | undefined {
  const extra = certificateVariables.flatMap((name) => {
    const file = env[name];
    if (file === undefined || file === "") return [];
    try {
      return [readFileSync(file, "utf8")];
    } catch (cause) {
      throw new UnreachableError(`The file that ${name} names cannot be read.`, { cause });
    }
  });
  return extra.length === 0 ? undefined : [...rootCertificates, ...extra];
}

/** The proxy for a host, in the way of curl: lower-case variables win, `NO_PROXY` lists hosts and domains. */
export function proxyFor(hostname: string, env: Environment): string | undefined {
  const read = (name: string): string => env[name.toLowerCase()] ?? env[name] ?? "";
  const proxy = read("HTTPS_PROXY") || read("ALL_PROXY");
  if (proxy === "" || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return undefined;
  const excepted = read("NO_PROXY")
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
  const url = proxy.includes("://") ? proxy : `http://${proxy}`;
  if (!URL.canParse(url))
    throw new UnreachableError("HTTPS_PROXY is no address such as http://proxy.example:3128.");
  return url;
}
