// The addresses of the mock itself, beside those of the operation. None needs credentials.
import type { IncomingMessage } from "node:http";

import { readEntry, readScript, type Step } from "./script.js";

/** What the answers come from, and who may change it. */
export interface Controlled {
  version: string;
  examples: readonly string[];
  queue: Step[];
  /** How to send a request that succeeds. */
  sample: string;
}

/** An answer of the mock itself. */
export interface ControlAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const largestBody = 1_000_000;

/** Whether a path belongs to the mock itself: `/`, or anything below `/_mock`. */
export const isControlPath = (path: string): boolean =>
  path === "/" || path === "/_mock" || path.startsWith("/_mock/") || path === "/favicon.ico";

const json = (status: number, body: unknown): ControlAnswer => ({
  status,
  headers: { "content-type": "application/json" },
  body: `${JSON.stringify(body)}\n`,
});

/** Answers a request for an address of the mock itself. */
export async function answerControl(
  request: IncomingMessage,
  path: string,
  controlled: Controlled,
): Promise<ControlAnswer> {
  const method = request.method ?? "GET";
  const reads = method === "GET" || method === "HEAD";
  if (path === "/_mock/queue") return answerQueue(request, method, controlled);
  if (path === "/favicon.ico" && reads) return { status: 204, headers: {}, body: "" };
  if (!["/", "/_mock", "/_mock/health"].includes(path))
    return json(404, { error: `The mock has no ${path}. See /.` });
  if (!reads)
    return {
      ...json(405, { error: `${method} is not possible here. Use GET.` }),
      headers: { "content-type": "application/json", allow: "GET, HEAD" },
    };
  if (path === "/_mock/health") return json(200, { status: "ok" });
  return {
    status: 200,
    headers: { "content-type": "text/plain; charset=utf-8" },
    body: introduction(controlled),
  };
}

const introduction = ({ version, sample }: Controlled): string => `@vpcep/mock ${version}

Answers as the contract of VPC endpoint service details says. Try:

  ${sample}

GET    /_mock/health   200 as soon as the mock answers; no credentials
POST   /_mock/queue    what to answer next, as text (401, 503x2, 200) or JSON ([401, {"answer": 503, "times": 2}, 200])
GET    /_mock/queue    what is still queued
DELETE /_mock/queue    empties the queue
`;

async function answerQueue(
  request: IncomingMessage,
  method: string,
  { queue, examples }: Controlled,
): Promise<ControlAnswer> {
  if (method === "DELETE") queue.length = 0;
  else if (method === "POST" || method === "PUT") {
    try {
      // trim also removes the byte order mark that Windows programs write.
      const steps = readSteps((await readText(request)).trim(), examples);
      if (method === "PUT") queue.length = 0;
      queue.push(...steps);
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      return json(400, { error: cause.message });
    }
  } else if (method !== "GET" && method !== "HEAD")
    return {
      ...json(405, { error: `${method} is not possible here. Use GET, POST, PUT or DELETE.` }),
      headers: { "content-type": "application/json", allow: "GET, HEAD, POST, PUT, DELETE" },
    };
  return json(200, { queued: queue.reduce((sum, { times }) => sum + times, 0), queue });
}

/** Reads a script: JSON when it starts like an array, an object or a string, otherwise text. */
function readSteps(text: string, examples: readonly string[]): Step[] {
  if (!/^[[{"]/.test(text)) return readScript(text, examples);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new RangeError(`The queue is not JSON: ${(cause as Error).message}`, { cause });
  }
  if (typeof value === "string") return readScript(value, examples);
  return (Array.isArray(value) ? value : [value]).map((entry) => readEntry(entry, examples));
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const part of request) {
    text += String(part);
    if (text.length > largestBody) throw new RangeError("The queue is longer than 1 MB.");
  }
  return text;
}
