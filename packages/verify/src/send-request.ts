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
 * @throws UnreachableError when there is no server.
 */
export async function sendRequest(request: Request, timeoutMs: number): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(request.url, {
      method: request.method,
      headers: { accept: "application/json", ...request.headers },
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (cause) {
    const code = codeOf(cause);
    if (code !== undefined && unreachable.has(code))
      throw new UnreachableError(`No server answers at ${new URL(request.url).origin} (${code}).`);
    return { failure: describe(cause, timeoutMs) };
  }
  const answer: Answer = {
    status: response.status,
    headers: Object.fromEntries(response.headers),
  };
  try {
    return { ...answer, body: await readBody(response) };
  } catch (cause) {
    return { ...answer, failure: describe(cause, timeoutMs) };
  }
}

async function readBody(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > largestBody) throw new RangeError("the body is longer than 10 MB");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function codeOf(error: unknown): string | undefined {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === "string") return code;
  return cause === undefined ? undefined : codeOf(cause);
}

function describe(error: unknown, timeoutMs: number): string {
  const { name, message } = error as Error;
  if (name === "TimeoutError") return `nothing complete within ${timeoutMs / 1000} s`;
  if (error instanceof RangeError) return message;
  return `the connection ended early (${codeOf(error) ?? message})`;
}
