// The mock's control routes, which require no credentials.
import type { IncomingMessage } from "node:http";

import { readEntry, readScript, type Step } from "./script.js";

/** The mock data that the control routes can read or change. */
export interface Controlled {
  version: string;
  examples: readonly string[];
  queue: Step[];
  /** A curl command that gets a 200 response. */
  sample: string;
}

/** A response from a control route. */
export interface ControlResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const largestBody = 1_000_000;

/** Whether a path belongs to a control route. */
export const isControlPath = (path: string): boolean =>
  path === "/" || path === "/_mock" || path.startsWith("/_mock/") || path === "/favicon.ico";

const json = (status: number, body: unknown): ControlResponse => ({
  status,
  headers: { "content-type": "application/json" },
  body: `${JSON.stringify(body)}\n`,
});

/** Handles a request to a control route. */
export async function respondToControl(
  request: IncomingMessage,
  path: string,
  controlled: Controlled,
): Promise<ControlResponse> {
  const method = request.method ?? "GET";
  const reads = method === "GET" || method === "HEAD";
  if (path === "/_mock/queue") return responseQueue(request, method, controlled);
  if (path === "/favicon.ico" && reads) return { status: 204, headers: {}, body: "" };
  if (!["/", "/_mock", "/_mock/health"].includes(path))
    return json(404, { error: `There is no ${path}. For the available paths, see /.` });
  if (!reads)
    return {
      ...json(405, { error: `${method} is not allowed. Use GET.` }),
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

Returns the responses defined in the contract for VPC endpoint service details. Try:

  ${sample}

GET    /_mock/health   returns 200 when the mock is ready
POST   /_mock/queue    adds responses, as text (401, 503x2, 200) or JSON ([401, {"response": 503, "times": 2}, 200])
PUT    /_mock/queue    replaces the queue
GET    /_mock/queue    returns the queue
DELETE /_mock/queue    clears the queue
`;

async function responseQueue(
  request: IncomingMessage,
  method: string,
  { queue, examples }: Controlled,
): Promise<ControlResponse> {
  if (method === "DELETE") queue.length = 0;
  else if (method === "POST" || method === "PUT") {
    try {
      // `trim` also removes the byte order mark that some Windows tools add.
      const steps = readSteps((await readText(request)).trim(), examples);
      if (method === "PUT") queue.length = 0;
      queue.push(...steps);
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      return json(400, { error: cause.message });
    }
  } else if (method !== "GET" && method !== "HEAD")
    return {
      ...json(405, { error: `${method} is not allowed. Use GET, POST, PUT, or DELETE.` }),
      headers: { "content-type": "application/json", allow: "GET, HEAD, POST, PUT, DELETE" },
    };
  return json(200, { queued: queue.reduce((sum, { times }) => sum + times, 0), queue });
}

/** Parses entries as JSON if the text starts with a bracket, a brace, or a quote; otherwise, parses them as text. */
function readSteps(text: string, examples: readonly string[]): Step[] {
  if (!/^[[{"]/.test(text)) return readScript(text, examples);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new RangeError(`The queue is not valid JSON: ${(cause as Error).message}`, { cause });
  }
  if (typeof value === "string") return readScript(value, examples);
  return (Array.isArray(value) ? value : [value]).map((entry) => readEntry(entry, examples));
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const part of request) {
    text += String(part);
    if (text.length > largestBody) throw new RangeError("The queue is larger than 1 MB.");
  }
  return text;
}
