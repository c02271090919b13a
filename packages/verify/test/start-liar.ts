import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

import { startMock } from "@vpcep/mock";

import type { Kind, Lie } from "./lie.js";

export const projectId = "6e9dfd51d1124e8d8498dce894923a0d";
export const serviceId = "9b0f6c1e-53d7-4a2e-8f64-1d7c0a9be201";
const nil = "00000000-0000-0000-0000-000000000000";

interface Honest {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface Liar {
  url: string;
  /** From now on the server tells this lie, or none. */
  tell(lie: Lie | undefined): void;
  close(): Promise<void>;
}

const address = (id: string): string => `/v1/${projectId}/vpc-endpoint-services/${id}`;
const token = { "x-auth-token": "mock-token" };
const prefer = "example=vpc-endpoint-service-load-balancer";

/** How the mock is asked for the honest answer of each kind. */
const questions: Record<Kind, [path: string, init: RequestInit]> = {
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

/** A server that answers as honestly as the mock, but for the lie that it is told to tell. */
export async function startLiar(): Promise<Liar> {
  const mock = await startMock();
  const honest = new Map<Kind, Honest>();
  for (const [kind, [path, init]] of Object.entries(questions)) {
    const response = await fetch(mock.url + path, init);
    honest.set(kind as Kind, {
      status: response.status,
      headers: {
        "content-type": response.headers.get("content-type") ?? "",
        "x-request-id": response.headers.get("x-request-id") ?? "",
      },
      body: await response.text(),
    });
  }
  await mock.close();

  let lie: Lie | undefined;
  const server = createServer((request, response) => {
    request.resume();
    const kind = kindOf(request);
    const truth = honest.get(kind);
    const told = (lie?.on ?? "fetch-details") === kind ? lie : undefined;
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
      lie = next;
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

function bodyOf(lie: Lie | undefined, truth: string): Buffer {
  if (lie?.raw !== undefined) return Buffer.from(lie.raw);
  if (lie !== undefined && "body" in lie) return Buffer.from(JSON.stringify(lie.body));
  if (lie?.edit === undefined) return Buffer.from(truth);
  const body: unknown = JSON.parse(truth);
  lie.edit(body);
  return Buffer.from(JSON.stringify(body));
}
