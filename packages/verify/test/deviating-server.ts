import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

import { startMock } from "@vpcep/mock";

import type { Deviation, Kind } from "./deviation.js";

export const projectId = "6e9dfd51d1124e8d8498dce894923a0d";
export const serviceId = "9b0f6c1e-53d7-4a2e-8f64-1d7c0a9be201";
const nil = "00000000-0000-0000-0000-000000000000";

interface Usual {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface DeviatingServer {
  url: string;
  /** Sets the current deviation; undefined removes it. */
  tell(deviation: Deviation | undefined): void;
  close(): Promise<void>;
}

const address = (id: string): string => `/v1/${projectId}/vpc-endpoint-services/${id}`;
const token = { "x-auth-token": "mock-token" };
const prefer = "example=vpc-endpoint-service-load-balancer";

/** Requests that produce the mock's normal responses. */
export const questions: Record<Kind, [path: string, init: RequestInit]> = {
  "fetch-details": [address(serviceId), { headers: { ...token, prefer } }],
  "malformed-id": [address("no!such!id"), { headers: token }],
  "no-token": [address(serviceId), {}],
  "unknown-id": [address(nil), { headers: token }],
  "wrong-method": [address(nil), { headers: token, method: "PATCH" }],
  "wrong-token": [address(serviceId), { headers: { "x-auth-token": "never-issued" } }],
};

function kindOf({ method, url = "", headers }: IncomingMessage): Kind {
  if (method === "PATCH") return "wrong-method";
  if (headers["x-auth-token"] === undefined) return "no-token";
  if (headers["x-auth-token"] !== "mock-token") return "wrong-token";
  if (url.endsWith(nil)) return "unknown-id";
  return url.includes("!") ? "malformed-id" : "fetch-details";
}

/** Starts a server that responds like the mock, except for one deviation at a time. */
export async function startDeviatingServer(): Promise<DeviatingServer> {
  const mock = await startMock();
  const usual = new Map<Kind, Usual>();
  for (const [kind, [path, init]] of Object.entries(questions)) {
    const response = await fetch(mock.url + path, init);
    usual.set(kind as Kind, {
      status: response.status,
      headers: {
        "content-type": response.headers.get("content-type") ?? "",
        "x-request-id": response.headers.get("x-request-id") ?? "",
      },
      body: await response.text(),
    });
  }
  await mock.close();

  let deviation: Deviation | undefined;
  const server = createServer((request, response) => {
    request.resume();
    const kind = kindOf(request);
    const truth = usual.get(kind);
    const told = (deviation?.on ?? "fetch-details") === kind ? deviation : undefined;
    if (told?.wire === "reset") {
      request.socket.resetAndDestroy();
      return;
    }
    for (const [name, value] of Object.entries({ ...truth?.headers, ...told?.headers }))
      if (value !== undefined) response.setHeader(name, value);
    const bytes = bodyOf(told, truth?.body ?? "");
    response.writeHead(told?.status ?? truth?.status ?? 500, { "content-length": bytes.length });
    if (told?.wire === "stall") response.flushHeaders();
    else if (told?.wire === "truncate")
      response.write(bytes.subarray(0, 20), () => request.socket.destroy());
    else response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tell(next) {
      deviation = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function bodyOf(deviation: Deviation | undefined, truth: string): Buffer {
  if (deviation?.raw !== undefined) return Buffer.from(deviation.raw);
  if (deviation !== undefined && "body" in deviation)
    return Buffer.from(JSON.stringify(deviation.body));
  if (deviation?.edit === undefined) return Buffer.from(truth);
  const body: unknown = JSON.parse(truth);
  deviation.edit(body);
  return Buffer.from(JSON.stringify(body));
}
